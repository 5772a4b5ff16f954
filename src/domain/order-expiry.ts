import type { Order } from './order'
import { EXPIRY_NOTICE_MS } from './order-limits'
import { paymentTransitions } from './payment'
import { nextState } from './transitions'

type States = Pick<Order, 'state' | 'payment' | 'afterSale'>

/** The history action of an order that the shop did not answer in time. */
export const EXPIRE = 'expire'

/** The states of a waiting order after its expiry, which refunds what was paid; `null` for an order that does not wait for the shop. */
export function expire({ state, payment, afterSale }: States): States | null {
  if (state !== 'placed') return null
  const action = payment.state === 'due' ? 'void' : 'refund'
  const ended = nextState(paymentTransitions, payment.state, action, 'system')
  return ended && { state: 'cancelled', afterSale, payment: { ...payment, state: ended } }
}

/** When an order expired unanswered (epoch ms); `undefined` for any other order. */
export const expiredAt = ({ state, history }: Pick<Order, 'state' | 'history'>): number | undefined =>
  state === 'cancelled'
    ? history.find(({ action, by }) => action === EXPIRE && by === 'system')?.at
    : undefined

/** True for a waiting order that expires within `EXPIRY_NOTICE_MS`. */
export const expiresSoon = <T extends Pick<Order, 'expiresAt'>>(
  order: T,
  now: number,
): order is T & { expiresAt: number } =>
  order.expiresAt !== undefined && order.expiresAt - now <= EXPIRY_NOTICE_MS
