import path from 'node:path'
import { totals } from '@/domain/cart'
import type { Order } from '@/domain/order'
import { connect } from '../../server/db/connect'
import { newId } from '../support/api-person'

/**
 * Orders a second when the very rows of an order are written with no HTTP, no validation and no rules: the same
 * database, pragmas, transactions and callers, so what is missing from this figure is what the server costs.
 */
export async function orderFloor(
  dataDir: string,
  sample: Order,
  skuIds: string[],
  callers: number,
  ms: number,
) {
  const db = await connect(path.join(dataDir, 'kaizhang.db'))
  const { shopId } = sample
  const template = await db.query
    .selectFrom('shop_order')
    .selectAll()
    .where('id', '=', sample.id)
    .executeTakeFirstOrThrow()
  const end = performance.now() + ms
  const started = performance.now()
  let written = 0
  const one = async () => {
    while (performance.now() < end) {
      const id = newId()
      await db.withTx(async (tx) => {
        const shop = await tx
          .updateTable('shop')
          .set((eb) => ({ last_order: eb('last_order', '+', 1) }))
          .where('shop_id', '=', shopId)
          .returning('last_order')
          .executeTakeFirstOrThrow()
        for (const skuId of skuIds)
          await tx
            .updateTable('sku')
            .set((eb) => ({ stock: eb('stock', '-', 1) }))
            .where('shop_id', '=', shopId)
            .where('id', '=', skuId)
            .where('stock', '>=', 1)
            .execute()
        await tx
          .insertInto('shop_order')
          .values({ ...template, id, number: shop.last_order })
          .execute()
        await tx
          .insertInto('account_order')
          .values({
            account_id: template.buyer_id,
            shop_id: shopId,
            order_id: id,
            created_at: template.created_at,
          })
          .execute()
      })
      written += 1
    }
  }
  await Promise.all(Array.from({ length: callers }, one))
  const rate = (written * 1000) / (performance.now() - started)
  await db.close()
  return rate
}

/** The body of an order of one of each sku, as the checkout sends it. */
export function orderBody(skus: { id: string; price: number }[]) {
  const lines = skus.map(({ id }) => ({ skuId: id, quantity: 1 }))
  const priced = skus.map(({ price }) => ({ price, quantity: 1 }))
  return {
    lines,
    fulfilment: { kind: 'pickup' as const },
    receiver: { name: '收货人', phone: '19900000001' },
    payment: { method: 'on-pickup' as const },
    seenTotal: totals(priced, { fee: 0 }, 'pickup').total,
  }
}
