import { quantitiesBySku } from '@/domain/product/cart'
import type { Query } from '../../db/database'
import { returnPlace } from '../delivery-slots/slot-counts'
import type { OrderChange } from '../orders/order-change'
import { type OrderRow, toOrder } from '../orders/order-row'
import { returnStock } from '../products/move-stock'
import { restockedQuantities } from './move-goods'

/** Returns the goods and the delivery slot of an order that is cancelled. */
export async function returnGoods(tx: Query, { before, after }: OrderChange): Promise<void> {
  if (after.state !== 'cancelled' || before.state === 'cancelled') return
  await restock(tx, before)
  await returnPlace(tx, before.shop_id, toOrder(before))
}

/**
 * Returns the order's quantities to the skus that still exist, but for what came back by a claim; a stock is filled up to `MAX_STOCK` at
 * most.
 */
async function restock(tx: Query, row: OrderRow): Promise<void> {
  const back = await restockedQuantities(tx, row)
  for (const [skuId, quantity] of quantitiesBySku(toOrder(row).lines)) {
    const delta = quantity - (back.get(skuId) ?? 0)
    if (delta > 0) await returnStock(tx, { shopId: row.shop_id, skuId, delta })
  }
}
