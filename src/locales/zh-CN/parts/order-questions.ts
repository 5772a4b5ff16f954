import { formatYuan } from '@/domain/money'
import type { Order } from '@/domain/order'
import type { OrderStepAction } from '@/domain/order-transitions'
import { isPaidInPerson } from '@/domain/payment'

interface Confirmation {
  title: string
  text: string
  yes: string
  no: string
}

const cancelByOwner: Confirmation = {
  title: '取消这一单？',
  text: '买家会看到取消了，货加回去。取消了就回不来，先给买家打个电话吧。',
  yes: '取消这一单',
  no: '先不取消',
}

const cancelByBuyer: Confirmation = {
  title: '不要这一单了？',
  text: '取消了就回不来，想要得重新下单。',
  yes: '不要了',
  no: '还是要',
}

const confirmations: Partial<Record<OrderStepAction, Confirmation>> = {
  'ask-cancel': {
    title: '想取消这一单？',
    text: '店家已经接单了，要店家同意才取消。先打个电话说说更快。',
    yes: '想取消',
    no: '还是要',
  },
  'agree-cancel': {
    title: '同意取消？',
    text: '这一单就不做了，货加回去，不用收钱。取消了就回不来。',
    yes: '同意取消',
    no: '再想想',
  },
  'decline-cancel': {
    title: '不取消？',
    text: '买家会看到这一单照做。先给买家打个电话说清楚吧。',
    yes: '不取消',
    no: '再想想',
  },
}

const returnByHand = (fen: number): Confirmation => ({
  title: `¥${formatYuan(fen)} 退给买家了？`,
  text: '当面给或转账给都行。买家会看到退好了，账本里记上。',
  yes: '退给了',
  no: '还没退',
})

/** The confirmations of steps that return what was paid online. */
const refundingConfirmations: Record<'owner' | 'buyer', Partial<Record<OrderStepAction, Confirmation>>> = {
  owner: {
    cancel: {
      ...cancelByOwner,
      text: '买家会看到取消了，货加回去，钱原路退给买家。取消了就回不来，先给买家打个电话吧。',
    },
    'agree-cancel': {
      title: '同意取消？',
      text: '这一单就不做了，货加回去，钱全部原路退给买家。取消了就回不来。',
      yes: '同意取消',
      no: '再想想',
    },
  },
  buyer: { cancel: { ...cancelByBuyer, text: '钱原路退回付款的账户。取消了就回不来，想要得重新下单。' } },
}

/** The confirmation dialog of an irreversible order step. */
export function question(
  action: OrderStepAction,
  by: 'owner' | 'buyer',
  { payment, unreturned }: Pick<Order, 'payment' | 'unreturned'>,
): Confirmation {
  if (action === 'return-by-hand') return returnByHand(unreturned ?? 0)
  const refunding = payment.state === 'paid' && !isPaidInPerson(payment.method)
  const special = refunding ? refundingConfirmations[by][action] : undefined
  if (special) return special
  if (action === 'cancel') return by === 'owner' ? cancelByOwner : cancelByBuyer
  return confirmations[action] ?? { title: '确定吗？', text: '', yes: '确定', no: '再想想' }
}
