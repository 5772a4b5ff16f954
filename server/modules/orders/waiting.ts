import { sql } from 'kysely'
import type { OrderState } from '@/domain/order'
import { ADDRESS_WAITING_MOST, newBuyerMost, type OrderLimits, stockForNewBuyer } from '@/domain/order-limits'
import type { Shop } from '@/domain/shop'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { takenBySku } from './taken-by-sku'

/** The state of a waiting order as a literal: partial indexes are not used for bound values. */
export const sqlPlaced = sql.lit<OrderState>('placed')

/** Rows read at most to count a buyer's waiting orders; no shop allows as many. */
export const WAITING_READ = 100

/** What a shop's limits look at in a buyer. */
export interface BuyerFacts {
  /** The lines of each order of the buyer that waits in the shop, as JSON. */
  waiting: readonly string[]
  /** The buyer completed an order in this shop. */
  boughtHere: boolean
  /** The buyer completed an order in any shop. */
  boughtAnywhere: boolean
  /** Waiting orders in the shop that came from the buyer's address, of accounts that never completed one. */
  near: number
}

/** Reads the facts inside the transaction of a new order. */
export async function readBuyer(
  tx: Query,
  { shopId, accountId, from }: { shopId: string; accountId: string; from: string },
): Promise<BuyerFacts> {
  const waiting = await tx
    .selectFrom('shop_order')
    .select('lines')
    .where('shop_id', '=', shopId)
    .where('buyer_id', '=', accountId)
    .where('state', '=', sqlPlaced)
    .limit(WAITING_READ)
    .execute()
  const near = await tx
    .selectFrom('shop_order')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('buyer_address', '=', from)
    .limit(ADDRESS_WAITING_MOST)
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
    near: near.length,
  }
}

/** A shop's limits as they hold for one buyer. */
export interface BuyerLimits {
  shop: Shop
  limits: OrderLimits
  buyer: BuyerFacts
}

/** Refuses an order beyond the waiting ones of its buyer, or of all new buyers at one address. */
export function refuseTooMany({ shop: { phone }, limits, buyer }: BuyerLimits): void {
  if (buyer.waiting.length >= limits.waiting)
    throw new ApiError('too-many-waiting', { current: { waiting: buyer.waiting.length, phone } })
  if (!buyer.boughtAnywhere && buyer.near >= ADDRESS_WAITING_MOST)
    throw new ApiError('too-many-waiting', { current: { phone } })
}

interface Taken {
  skuId: string
  quantity: number
}

const heldBySku = ({ waiting }: BuyerFacts): Map<string, number> =>
  new Map(takenBySku(waiting.flatMap((lines) => readJson<Taken[]>(lines))))

/** The least stock of each sku of which a buyer may take what the lines say; unlimited buyers may take all. */
export function stockNeeds(lines: readonly Taken[], limited?: BuyerLimits): [skuId: string, stock: number][] {
  const taken = takenBySku(lines)
  const newBuyer = limited?.limits.newBuyer
  if (!newBuyer || limited.buyer.boughtHere) return taken
  const held = heldBySku(limited.buyer)
  return taken.map(([skuId, quantity]) => [skuId, stockForNewBuyer(newBuyer, quantity, held.get(skuId) ?? 0)])
}

/** Refuses more of a sku than a new buyer may take, with the amounts that are possible. */
export function refuseLargeShare(
  lines: readonly Taken[],
  stocks: ReadonlyMap<string, { stock: number }>,
  limited: BuyerLimits,
): void {
  const { newBuyer } = limited.limits
  if (!newBuyer) return
  const held = heldBySku(limited.buyer)
  const refused = stockNeeds(lines, limited).flatMap(([skuId, needed]) => {
    const stock = stocks.get(skuId)?.stock ?? 0
    return stock < needed ? [{ skuId, most: newBuyerMost(newBuyer, stock, held.get(skuId) ?? 0) }] : []
  })
  if (refused.length > 0)
    throw new ApiError('ask-the-shop', { current: { lines: refused, phone: limited.shop.phone } })
}
