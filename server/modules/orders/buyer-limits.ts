import { sql } from 'kysely'
import type { OrderState } from '@/domain/order'
import {
  MAX_WAITING_PER_ADDRESS,
  maxForNewBuyer,
  type OrderLimits,
  stockForNewBuyer,
} from '@/domain/order-limits'
import type { Shop } from '@/domain/shop'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { quantitiesBySku } from './quantities-by-sku'

/** The state of a waiting order as a literal, because partial indexes are not used for bound values. */
export const sqlPlaced = sql.lit<OrderState>('placed')

/** Maximum number of rows read to count a buyer's waiting orders; above any limit a shop can set. */
export const MAX_WAITING_READ = 100

/** Data about a buyer that the shop's limits depend on. */
export interface BuyerHistory {
  /** Lines of each waiting order of the buyer in the shop, as JSON. */
  waiting: readonly string[]
  /** True when the buyer completed an order in this shop. */
  boughtHere: boolean
  /** True when the buyer completed an order in any shop. */
  boughtAnywhere: boolean
  /** Number of waiting orders in the shop from the buyer's address by accounts that never completed an order. */
  waitingAtAddress: number
}

/** Reads the buyer's data inside the transaction of a new order. */
export async function readBuyerHistory(
  tx: Query,
  { shopId, accountId, addressHash }: { shopId: string; accountId: string; addressHash: string },
): Promise<BuyerHistory> {
  const waiting = await tx
    .selectFrom('shop_order')
    .select('lines')
    .where('shop_id', '=', shopId)
    .where('buyer_id', '=', accountId)
    .where('state', '=', sqlPlaced)
    .limit(MAX_WAITING_READ)
    .execute()
  const near = await tx
    .selectFrom('shop_order')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('buyer_address', '=', addressHash)
    .limit(MAX_WAITING_PER_ADDRESS)
    .execute()
  const bought = await tx
    .selectFrom('account_order')
    .select('shop_id')
    .distinct()
    .where('account_id', '=', accountId)
    .where('done', '=', sql.lit(1))
    .execute()
  return {
    waiting: waiting.map(({ lines }) => lines),
    boughtHere: bought.some(({ shop_id }) => shop_id === shopId),
    boughtAnywhere: bought.length > 0,
    waitingAtAddress: near.length,
  }
}

/** A shop's limits applied to one buyer. */
export interface BuyerLimits {
  shop: Shop
  limits: OrderLimits
  buyer: BuyerHistory
}

/** Rejects an order beyond the waiting orders allowed for its buyer, or for all new buyers at one address. */
export function checkWaitingLimit({ shop: { phone }, limits, buyer }: BuyerLimits): void {
  if (buyer.waiting.length >= limits.waiting)
    throw new ApiError('too-many-waiting', { current: { waiting: buyer.waiting.length, phone } })
  if (!buyer.boughtAnywhere && buyer.waitingAtAddress >= MAX_WAITING_PER_ADDRESS)
    throw new ApiError('too-many-waiting', { current: { phone } })
}

interface SkuQuantity {
  skuId: string
  quantity: number
}

const waitingBySku = ({ waiting }: BuyerHistory): Map<string, number> =>
  new Map(quantitiesBySku(waiting.flatMap((lines) => readJson<SkuQuantity[]>(lines))))

/** The minimum stock of each sku that the lines require. New buyers may take only a share of the stock. */
export function requiredStock(
  lines: readonly SkuQuantity[],
  limited?: BuyerLimits,
): [skuId: string, stock: number][] {
  const taken = quantitiesBySku(lines)
  const newBuyer = limited?.limits.newBuyer
  if (!newBuyer || limited.buyer.boughtHere) return taken
  const waitingQuantities = waitingBySku(limited.buyer)
  return taken.map(([skuId, quantity]) => [
    skuId,
    stockForNewBuyer(newBuyer, quantity, waitingQuantities.get(skuId) ?? 0),
  ])
}

/** Rejects a quantity above a new buyer's share, with the quantities that are allowed. */
export function checkNewBuyerShare(
  lines: readonly SkuQuantity[],
  stocks: ReadonlyMap<string, { stock: number }>,
  limited: BuyerLimits,
): void {
  const { newBuyer } = limited.limits
  if (!newBuyer) return
  const waitingQuantities = waitingBySku(limited.buyer)
  const refused = requiredStock(lines, limited).flatMap(([skuId, needed]) => {
    const stock = stocks.get(skuId)?.stock ?? 0
    return stock < needed
      ? [{ skuId, most: maxForNewBuyer(newBuyer, stock, waitingQuantities.get(skuId) ?? 0) }]
      : []
  })
  if (refused.length > 0)
    throw new ApiError('ask-the-shop', { current: { lines: refused, phone: limited.shop.phone } })
}
