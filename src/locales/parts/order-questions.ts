import type { OrderStepAction } from '@/domain/order/allowed-actions'
import type { Fulfilment } from '@/domain/order/fulfilment'
import type { Order } from '@/domain/order/order'
import { isPaidInPerson } from '@/domain/payment/payment'

/** The confirmation dialog of an irreversible order step. */
export interface Confirmation {
  title: string
  text: string
  yes: string
  no: string
}

/** Says which confirmation a step asks for. */
export type OrderQuestion = (
  action: OrderStepAction,
  order: Pick<Order, 'fulfilment' | 'payment' | 'afterSale' | 'unreturned' | 'changeRequest'>,
) => Confirmation

const cancel: Confirmation = {
  title: '不要这一单了？',
  text: '取消了就回不来，想要得重新下单。',
  yes: '不要了',
  no: '还是要',
}

const askCancel: Confirmation = {
  title: '想取消这一单？',
  text: '店家已经接单了，要店家同意才取消。先打个电话说说更快。',
  yes: '想取消',
  no: '还是要',
}

/** How buyers say that goods or a stay have reached them. */
const received: Record<Fulfilment, string> = {
  local: '收到',
  pickup: '拿到',
  courier: '收到',
  'on-site': '来过',
}

const finish = (done: string): Confirmation => ({
  title: `已经${done}了？`,
  text: `点了，这一单就算${done}了，改不回来。`,
  yes: `${done}了`,
  no: '还没有',
})

export const otherStep: Confirmation = { title: '确定吗？', text: '', yes: '确定', no: '再想想' }

/** True when the step returns what was paid online. */
export const isRefunding = ({ payment }: Pick<Order, 'payment'>): boolean =>
  payment.state === 'paid' && !isPaidInPerson(payment.method)

/** The questions to a buyer. */
export const buyerQuestion: OrderQuestion = (action, order) => {
  if (action === 'finish') return finish(received[order.fulfilment])
  if (action === 'ask-cancel') return askCancel
  if (action !== 'cancel') return otherStep
  return isRefunding(order)
    ? { ...cancel, text: '钱原路退回付款的账户。取消了就回不来，想要得重新下单。' }
    : cancel
}
