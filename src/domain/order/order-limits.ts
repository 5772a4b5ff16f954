import type { Static } from '@sinclair/typebox'
import type { OrderLimitsShape } from '@/contract/shop/shops'

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
