import { quantitiesBySku, type SkuQuantity } from './cart'
import type { Id } from './id'
import { MAX_WAITING_PER_ADDRESS, maxForNewBuyer, type OrderLimits, stockForNewBuyer } from './order-limits'

/** The history of a buyer, on which a shop's limits depend. */
export interface BuyerHistory {
  /** The lines of each waiting order of the buyer in the shop. */
  waiting: readonly (readonly SkuQuantity[])[]
  /** True when the buyer completed an order in this shop. */
  boughtHere: boolean
  /** True when the buyer completed an order in any shop. */
  boughtAnywhere: boolean
  /** Number of waiting orders in the shop from the buyer's address by accounts that never completed an order. */
  waitingAtAddress: number
}

/** True when a new order counts towards the limit of its address. */
export const countsAtAddress = ({ boughtAnywhere }: BuyerHistory): boolean => !boughtAnywhere

/** True when the buyer has as many waiting orders as the shop allows. */
export const isWaitingLimitReached = (limits: OrderLimits, { waiting }: BuyerHistory): boolean =>
  waiting.length >= limits.waiting

/** True when new buyers at the buyer's address have as many waiting orders as a shop allows. */
export const isAddressLimitReached = (buyer: BuyerHistory): boolean =>
  countsAtAddress(buyer) && buyer.waitingAtAddress >= MAX_WAITING_PER_ADDRESS

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
  if (!newBuyer || !buyer || buyer.boughtHere)
    return quantities.map(([skuId, quantity]) => ({ skuId, quantity, minStock: quantity }))
  const reserved = new Map(quantitiesBySku(buyer.waiting.flat()))
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
  if (!newBuyer || buyer.boughtHere) return stock
  const reserved = new Map(quantitiesBySku(buyer.waiting.flat())).get(skuId) ?? 0
  return maxForNewBuyer(newBuyer, stock, reserved)
}
