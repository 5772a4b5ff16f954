import type { Fulfilment } from '@/domain/order/fulfilment'
import type { Order, OrderState } from '@/domain/order/order'

type Kinds = Record<Fulfilment, string>

const underway: Kinds = {
  local: '正在送',
  pickup: '备好了，等来拿',
  courier: '已经寄出',
  'on-site': '给您留好了',
}
const done: Kinds = { local: '送到了', pickup: '拿走了', courier: '收到了', 'on-site': '来过了' }

/** The label of an order's state, for both sides. */
export function orderStateWords(state: OrderState, kind: Fulfilment): string {
  if (state === 'placed') return '等店家接单'
  if (state === 'accepted') return '店家接单了'
  if (state === 'cancelled') return '已取消'
  return state === 'underway' ? underway[kind] : done[kind]
}

/** The fields that the label of an order depends on. */
export type Labelled = Pick<Order, 'state' | 'fulfilment' | 'payment' | 'gathering'>

/** The label of an entry of a group buy that is open or fell short. */
export const gatheringWords = '等成团'

export const isWaitingForPayment = ({ state, payment }: Pick<Order, 'state' | 'payment'>): boolean =>
  state === 'placed' && payment.state === 'pending'
