import { MAX_STOCK } from '@/domain/sku'
import { ApiError, badInput } from '../../api-error'
import type { Query } from '../../db/database'
import { prepared } from '../../db/prepared'

interface StockMove {
  shopId: string
  skuId: string
  id: string
  delta: number
  now: number
}

/**
 * Moves a stock by a delta, once per id, and answers what it left then. Below zero is `out-of-stock` with the stock
 * there is; the same id with another delta is `different`.
 */
export async function moveStock(tx: Query, move: StockMove): Promise<number> {
  const { shopId, skuId, id, delta, now } = move
  const made = await tx
    .selectFrom('stock_move')
    .select(['sku_id', 'delta', 'stock'])
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (made && (made.sku_id !== skuId || made.delta !== delta)) throw new ApiError('idempotency-conflict')
  if (made) return made.stock
  const stock = await addStock(tx, shopId, skuId, delta)
  if (stock === undefined) throw await whyNot(tx, move)
  await tx
    .insertInto('stock_move')
    .values({ shop_id: shopId, id, sku_id: skuId, delta, stock, created_at: now })
    .execute()
  return stock
}

/** The guarded update: `undefined` when the sku is gone or the stock would leave its bounds. */
export async function addStock(
  tx: Query,
  shopId: string,
  skuId: string,
  delta: number,
): Promise<number | undefined> {
  const [row] = await changeStock(tx, { shopId, skuId, delta, least: -delta, most: MAX_STOCK - delta })
  return row?.stock
}

interface StockChange {
  shopId: string
  skuId: string
  delta: number
  least: number
  most: number
}

const changeStock = prepared((db, given: StockChange) =>
  db
    .updateTable('sku')
    .set((eb) => ({ stock: eb('stock', '+', given.delta) }))
    .where('shop_id', '=', given.shopId)
    .where('id', '=', given.skuId)
    .where('stock', '>=', given.least)
    .where('stock', '<=', given.most)
    .returning('stock'),
)

async function whyNot(tx: Query, { shopId, skuId, delta }: StockMove): Promise<ApiError> {
  const sku = await tx
    .selectFrom('sku')
    .select('stock')
    .where('shop_id', '=', shopId)
    .where('id', '=', skuId)
    .executeTakeFirst()
  if (!sku) return new ApiError('not-found')
  if (sku.stock + delta > MAX_STOCK) return badInput('/delta', 'makes the stock larger than a stock may be')
  return new ApiError('out-of-stock', { current: { skuId, stock: sku.stock } })
}
