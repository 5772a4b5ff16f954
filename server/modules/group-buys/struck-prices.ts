import type { OrderLine } from '@/domain/order/order'
import { receivedStates } from '@/domain/payment/payment'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { DAY_MS } from '../../jobs/intervals'
import type { GroupBuyKey } from './store'

/** The orders that are read to find the price that was last paid. */
const LOOK_BACK = 500

/**
 * Sets the prices that are struck through: the lowest that was paid in the seven days before publishing, else the last one paid; none without a
 * sale, or when it is not above the price of the group buy. Source: 规范促销行为暂行规定, articles 20 and 21.
 */
export async function strikePrices(
  tx: Query,
  { shopId, groupBuyId }: GroupBuyKey,
  now: number,
): Promise<void> {
  const goods = await tx
    .selectFrom('group_buy_sku')
    .select(['sku_id', 'price'])
    .where('shop_id', '=', shopId)
    .where('group_buy_id', '=', groupBuyId)
    .execute()
  const orders = await tx
    .selectFrom('shop_order')
    .select(['lines', 'created_at'])
    .where('shop_id', '=', shopId)
    .where('payment_state', 'in', [...receivedStates])
    .orderBy('created_at', 'desc')
    .limit(LOOK_BACK)
    .execute()
  const sales = orders.flatMap(({ lines, created_at }) =>
    readJson<OrderLine[]>(lines).map(({ skuId, price }) => ({ skuId, price, at: created_at })),
  )
  for (const { sku_id, price } of goods) {
    const struck = struckPrice(
      sales.filter(({ skuId }) => skuId === sku_id),
      now,
    )
    if (struck === undefined || price === null || struck <= price) continue
    await tx
      .updateTable('group_buy_sku')
      .set({ struck_price: struck })
      .where('shop_id', '=', shopId)
      .where('group_buy_id', '=', groupBuyId)
      .where('sku_id', '=', sku_id)
      .execute()
  }
}

/** @param sales newest first */
function struckPrice(sales: readonly { price: number; at: number }[], now: number): number | undefined {
  const recent = sales.filter(({ at }) => at > now - 7 * DAY_MS).map(({ price }) => price)
  return recent.length > 0 ? Math.min(...recent) : sales[0]?.price
}
