import { formatYuan } from '@/domain/money'
import { declinesCancel, type OrderStepAction } from '@/domain/order/allowed-actions'
import { isChangeRequested } from '@/domain/order/order-details'
import { type Confirmation, isRefunding, type OrderQuestion, otherStep } from './order-questions'

const cancel: Confirmation = {
  title: '取消这一单？',
  text: '买家会看到取消了，货加回去。取消了就回不来，先给买家打个电话吧。',
  yes: '取消这一单',
  no: '先不取消',
}

const agreeCancel: Confirmation = {
  title: '同意取消？',
  text: '这一单就不做了，货加回去，不用收钱。取消了就回不来。',
  yes: '同意取消',
  no: '再想想',
}

const confirmations: Partial<Record<OrderStepAction, Confirmation>> = {
  cancel,
  'agree-cancel': agreeCancel,
  'decline-cancel': {
    title: '不取消？',
    text: '买家会看到这一单照做。先给买家打个电话说清楚吧。',
    yes: '不取消',
    no: '再想想',
  },
}

/** The confirmations of steps that return what was paid online. */
const refundingConfirmations: Partial<Record<OrderStepAction, Confirmation>> = {
  cancel: {
    ...cancel,
    text: '买家会看到取消了，货加回去，钱原路退给买家。取消了就回不来，先给买家打个电话吧。',
  },
  'agree-cancel': {
    ...agreeCancel,
    text: '这一单就不做了，货加回去，钱全部原路退给买家。取消了就回不来。',
  },
}

const returnByHand = (fen: number): Confirmation => ({
  title: `¥${formatYuan(fen)} 退给买家了？`,
  text: '当面给或转账给都行。买家会看到退好了，账本里记上。',
  yes: '退给了',
  no: '还没退',
})

/** Before an order is sent whose buyer asks to change it; the requested changes are listed with it. */
const sendUnchanged: Confirmation = {
  title: '买家想改一改，还没答复',
  text: '现在办，就是照原来的，买家会看到您说改不了。想答应，就在这一单里点“行，改了”。',
  yes: '照原来的办',
  no: '先看看',
}

/** Before a paid order is sent whose buyer asks to cancel it, and maybe also to change it. */
const sendUncancelled = (isChangeAlsoRequested: boolean): Confirmation => ({
  title: '买家想取消，还没答复',
  text: `现在办，就是不取消${isChangeAlsoRequested ? '，也不改' : ''}，买家会看到。想答应取消，就在这一单里点“同意取消”。`,
  yes: '不取消，照办',
  no: '先看看',
})

/** The questions to a seller. */
export const sellerQuestion: OrderQuestion = (action, order) => {
  if (declinesCancel(action, order)) return sendUncancelled(isChangeRequested(order))
  if (action === 'send') return sendUnchanged
  if (action === 'return-by-hand') return returnByHand(order.unreturned ?? 0)
  const refunding = isRefunding(order) ? refundingConfirmations[action] : undefined
  return refunding ?? confirmations[action] ?? otherStep
}
