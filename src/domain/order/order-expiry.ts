import { addDays, startOfDay } from '../day'
import { EXPIRE, type Order } from './order'
import type { OrderLimits } from './order-limits'

const HOUR_MS = 3_600_000

/** The time before its expiry from which a waiting order is shown as about to expire, in ms. */
export const EXPIRY_NOTICE_MS = 24 * HOUR_MS

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

/** What the expiry of an order depends on, besides the limits of its shop. */
type Expiring = Pick<Order, 'lines'> & { slot?: Order['slot'] | undefined }

/** The end (epoch ms) of the first day for which an order is placed, if it is for a day. */
function endOfDay({ slot, lines }: Expiring): number {
  const days = [slot?.day, ...lines.map(({ date }) => date)].filter((day) => day !== undefined)
  const [first] = days.sort()
  return first === undefined ? Number.POSITIVE_INFINITY : startOfDay(addDays(first, 1))
}

/** The earlier of two moments, each of which may be infinite; `undefined` if both are. */
const earlier = (a: number, b: number): number | undefined => {
  const first = Math.min(a, b)
  return Number.isFinite(first) ? first : undefined
}

const hoursOf = ({ expiryHours = Number.POSITIVE_INFINITY }: OrderLimits): number => expiryHours * HOUR_MS

/**
 * When an order that waits for the shop since `since` expires (epoch ms): after the hours of the shop or with its day, whichever comes
 * first. `undefined` for an order without a day in a shop whose orders do not expire.
 */
export const expiryOf = (limits: OrderLimits, since: number, order: Expiring): number | undefined =>
  earlier(since + hoursOf(limits), endOfDay(order))

/**
 * The new expiry of a waiting order after the limit or the order changes at `now`. At least the notice time remains, unless its day ends
 * before; a day that is over leaves its shop the notice time, too.
 */
export function expiryAfterChange(
  limits: OrderLimits,
  order: Expiring & Pick<Order, 'createdAt'>,
  now: number,
): number | undefined {
  const hours = hoursOf(limits)
  const at = Math.max(order.createdAt + hours, Math.min(now + hours, now + EXPIRY_NOTICE_MS))
  const end = endOfDay(order)
  return earlier(at, end > now ? end : now + EXPIRY_NOTICE_MS)
}
