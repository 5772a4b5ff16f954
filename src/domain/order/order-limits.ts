import type { Static } from '@sinclair/typebox'
import type { OrderLimitsShape } from '@/contract/shop/shops'
import { addDays, startOfDay } from '../day'
import type { Order } from './order'

/** A shop's limits on orders that wait for its acceptance. */
export type OrderLimits = Static<typeof OrderLimitsShape>

/** The share of a sku that all waiting orders of new buyers at one address may reserve. */
export type NewBuyerShare = NonNullable<OrderLimits['newBuyer']>

export const DEFAULT_ORDER_LIMITS: OrderLimits = {
  waiting: 3,
  newBuyer: { percent: 50, least: 10 },
  expiryHours: 48,
}

/** Time in ms that an order paid in advance may stay unpaid. */
export const PAY_WITHIN_MS = 15 * 60_000

/** The maximum number of waiting orders in a shop of new buyers at one network address. */
export const MAX_WAITING_PER_ADDRESS = 100

/** The maximum number of orders in one spreadsheet, which holds the newest. */
export const MAX_SHEET_ORDERS = 5000

/** The quantity a new buyer may still order of a sku; `reserved` is the quantity in waiting orders of new buyers at the address. */
export function maxForNewBuyer({ percent, least }: NewBuyerShare, stock: number, reserved: number): number {
  const most = Math.max(least, Math.floor(((stock + reserved) * percent) / 100)) - reserved
  return Math.max(0, Math.min(stock, most))
}

/** The smallest stock from which a new buyer may order `quantity`: the inverse of `maxForNewBuyer`. */
export function stockForNewBuyer(
  { percent, least }: NewBuyerShare,
  quantity: number,
  reserved: number,
): number {
  const after = reserved + quantity
  return after <= least ? quantity : Math.ceil((after * 100) / percent) - reserved
}

const HOUR_MS = 3_600_000

/** The time before its expiry from which a waiting order is shown as about to expire, in ms. */
export const EXPIRY_NOTICE_MS = 24 * HOUR_MS

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
