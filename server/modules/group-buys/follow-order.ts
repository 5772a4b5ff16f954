import { sql } from 'kysely'
import { quantitiesBySku } from '@/domain/product/cart'
import type { Query } from '../../db/database'
import { addJobRow } from '../../jobs/jobs'
import { moveOrder } from '../orders/move-order'
import type { OrderChange } from '../orders/order-change'
import { type OrderRow, toOrder } from '../orders/order-row'
import { groupBuyJobRow } from './due-job'
import { findGroupBuy, type GroupBuyKey } from './store'

/** Keeps the counts of a group buy, and accepts an entry that is paid after its group buy closed. */
export async function followEntry(tx: Query, { before, after, event }: OrderChange): Promise<void> {
  if (before.group_buy_id === null) return
  const key = { shopId: before.shop_id, groupBuyId: before.group_buy_id }
  if (after.state === 'cancelled' && before.state !== 'cancelled') await uncount(tx, key, before)
  const isPaid = before.payment_state === 'pending' && after.payment_state !== 'pending'
  if (!isPaid || after.state !== 'placed') return
  const groupBuy = await findGroupBuy(tx, key)
  // the last entry that waited for its payment may have kept it from closing
  if (groupBuy?.state === 'open') await addJobRow(tx, groupBuyJobRow(key, event.at, before.id))
  if (groupBuy?.accepts === 1 && after.gathering === 0)
    await moveOrder(tx, after, { action: 'accept', actor: 'system', now: event.at })
}

async function uncount(tx: Query, { shopId, groupBuyId }: GroupBuyKey, row: OrderRow): Promise<void> {
  await tx
    .updateTable('group_buy')
    .set((eb) => ({ entries: eb('entries', '-', 1) }))
    .where('shop_id', '=', shopId)
    .where('id', '=', groupBuyId)
    .execute()
  for (const [skuId, quantity] of quantitiesBySku(toOrder(row).lines))
    await tx
      .updateTable('group_buy_sku')
      .set({ taken: sql`taken - ${sql.lit(quantity)}` })
      .where('shop_id', '=', shopId)
      .where('group_buy_id', '=', groupBuyId)
      .where('sku_id', '=', skuId)
      .execute()
}
