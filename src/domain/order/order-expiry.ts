import { EXPIRE, type Order } from './order'
import { EXPIRY_NOTICE_MS } from './order-limits'

/** True for an order that its shop has to answer. */
export const waitsForShop = ({ state, payment }: Pick<Order, 'state' | 'payment'>): boolean =>
  state === 'placed' && (payment.state === 'due' || payment.state === 'paid')

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
