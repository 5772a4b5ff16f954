import { MAX_STOCK } from '@/domain/product/sku'
import { ApiError, badInput } from '../../api-error'
import type { Query } from '../../db/database'
import { prepareQuery } from '../../db/prepare-query'

interface StockMove {
  shopId: string
  skuId: string
  id: string
  delta: number
  now: number
}

/**
 * Changes a stock by a delta, once for each id, and returns the resulting stock.
 * @throws ApiError `out-of-stock` with the current stock, or `idempotency-conflict` when the id was used with another delta.
 */
export async function moveStock(tx: Query, move: StockMove): Promise<number> {
  const { shopId, skuId, id, delta, now } = move
  const known = await tx
    .selectFrom('stock_move')
    .select(['sku_id', 'delta', 'stock'])
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (known && (known.sku_id !== skuId || known.delta !== delta)) throw new ApiError('idempotency-conflict')
  if (known) return known.stock
  const stock = await addStock(tx, { shopId, skuId, delta })
  if (stock === undefined) throw await stockError(tx, move)
  await tx
    .insertInto('stock_move')
    .values({ shop_id: shopId, id, sku_id: skuId, delta, stock, created_at: now })
    .execute()
  return stock
}

/**
 * Guarded update: returns `undefined` when the sku does not exist, the stock would leave its bounds, or it is below
 * `minStock`.
 */
export async function addStock(
  tx: Query,
  { shopId, skuId, delta, minStock = -delta }: AddedStock,
): Promise<number | undefined> {
  const bounds = { minStock: Math.max(minStock, -delta), maxStock: MAX_STOCK - delta }
  const [row] = await changeStock(tx, { shopId, skuId, delta, ...bounds })
  return row?.stock
}

interface AddedStock {
  shopId: string
  skuId: string
  delta: number
  minStock?: number
}

interface StockChange extends Required<AddedStock> {
  maxStock: number
}

const changeStock = prepareQuery((db, given: StockChange) =>
  db
    .updateTable('sku')
    .set((eb) => ({ stock: eb('stock', '+', given.delta) }))
    .where('shop_id', '=', given.shopId)
    .where('id', '=', given.skuId)
    .where('stock', '>=', given.minStock)
    .where('stock', '<=', given.maxStock)
    .returning('stock'),
)

/** Adds returned goods to a stock, up to `MAX_STOCK`; nothing when the sku does not exist. */
export async function returnStock(tx: Query, { shopId, skuId, delta }: Omit<AddedStock, 'minStock'>) {
  await tx
    .updateTable('sku')
    .set((eb) => ({
      stock: eb
        .case()
        .when('stock', '>', MAX_STOCK - delta)
        .then(MAX_STOCK)
        .else(eb('stock', '+', delta))
        .end(),
    }))
    .where('shop_id', '=', shopId)
    .where('id', '=', skuId)
    .execute()
}

/** Takes goods from a stock, down to 0 at most; nothing when the sku does not exist. */
export async function takeStock(tx: Query, { shopId, skuId, delta }: Omit<AddedStock, 'minStock'>) {
  await tx
    .updateTable('sku')
    .set((eb) => ({
      stock: eb
        .case()
        .when('stock', '<', delta)
        .then(0)
        .else(eb('stock', '-', delta))
        .end(),
    }))
    .where('shop_id', '=', shopId)
    .where('id', '=', skuId)
    .execute()
}

async function stockError(tx: Query, { shopId, skuId, delta }: StockMove): Promise<ApiError> {
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
