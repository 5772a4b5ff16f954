import type { Id } from '../id'
import { quantitiesBySku, type SkuQuantity } from '../product/cart'
import { MAX_WAITING_PER_ADDRESS, maxForNewBuyer, type OrderLimits, stockForNewBuyer } from './order-limits'

/** The history of a buyer, on which a shop's limits depend. */
export interface BuyerHistory {
  /** The lines of each waiting order of the buyer in the shop. */
  waiting: readonly (readonly SkuQuantity[])[]
  /** The same of other accounts at the buyer's address that are not trusted. */
  nearby: readonly (readonly SkuQuantity[])[]
  /** True when the buyer completed an order in this shop, or in two others that were 30 days old. */
  isTrusted: boolean
  /** True for an order whose buyers share another limit, as in a group buy or a lesson. */
  hasOwnLimit?: boolean
}

/** True when a new order counts towards the limits of its address. */
export const countsAtAddress = ({ isTrusted }: BuyerHistory): boolean => !isTrusted

/** True when the buyer has as many waiting orders as the shop allows. */
export const isWaitingLimitReached = (limits: OrderLimits, { waiting }: BuyerHistory): boolean =>
  waiting.length >= limits.waiting

/** The number of waiting orders in the shop of new buyers at the buyer's address. */
export const waitingAtAddress = ({ waiting, nearby }: BuyerHistory): number => waiting.length + nearby.length

/** True when new buyers at the buyer's address have as many waiting orders as a shop allows. */
export const isAddressLimitReached = (buyer: BuyerHistory): boolean =>
  countsAtAddress(buyer) && waitingAtAddress(buyer) >= MAX_WAITING_PER_ADDRESS

/** The quantity of each sku that a new buyer, and others at the same address, have reserved. */
const reservedQuantities = ({ waiting, nearby, hasOwnLimit }: BuyerHistory): Map<Id, number> =>
  new Map(quantitiesBySku([...waiting, ...(hasOwnLimit ? [] : nearby)].flat()))

/** A quantity to take of a sku; `minStock` is the smallest stock from which it may be taken. */
export interface RequiredStock extends SkuQuantity {
  minStock: number
}

/** The quantity that the lines take of each sku, sorted by sku id. Without a history the whole stock may be taken. */
export function requiredStock(
  lines: readonly SkuQuantity[],
  { newBuyer }: OrderLimits,
  buyer?: BuyerHistory,
): RequiredStock[] {
  const quantities = quantitiesBySku(lines)
  if (!newBuyer || !buyer || buyer.isTrusted)
    return quantities.map(([skuId, quantity]) => ({ skuId, quantity, minStock: quantity }))
  const reserved = reservedQuantities(buyer)
  return quantities.map(([skuId, quantity]) => ({
    skuId,
    quantity,
    minStock: stockForNewBuyer(newBuyer, quantity, reserved.get(skuId) ?? 0),
  }))
}

/** The quantity of a sku that a buyer may still order. */
export function maxForBuyer(
  skuId: Id,
  stock: number,
  { newBuyer }: OrderLimits,
  buyer: BuyerHistory,
): number {
  if (!newBuyer || buyer.isTrusted) return stock
  const reserved = reservedQuantities(buyer).get(skuId) ?? 0
  return maxForNewBuyer(newBuyer, stock, reserved)
}
