import { sql } from 'kysely'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import type { StorefrontCache } from '../../http/cache/storefront-cache'
import { withShopLock } from '../shops/shop-lock'
import type { OrderRow } from './order-row'
import { sqlPlaced } from './store'

/** Interval in ms between two searches for orders that are due. */
export const ORDER_SWEEP_MS = 10 * 60_000

const BATCH_SIZE = 50

/** The moment at which something is done about an order: a partial index has the orders that have one. */
type DueColumn = 'expires_at' | 'remind_at'

function dueOrders(db: Query, column: DueColumn, now: number) {
  const due = db.selectFrom('shop_order').where(column, 'is not', null).where(column, '<=', now)
  // the index of expiries has only orders that wait
  return column === 'expires_at' ? due.where('state', '=', sqlPlaced) : due
}

/** Handles the due orders of all shops, those of each shop under its lock. `handle` must leave an order that is no longer due. */
export async function sweepOrders(
  { db, clock }: AppDependencies,
  storefronts: StorefrontCache,
  column: DueColumn,
  handle: (tx: Query, row: OrderRow, now: number) => Promise<void>,
): Promise<void> {
  for (;;) {
    const shops = await dueOrders(db.query, column, clock())
      .select('shop_id')
      .distinct()
      .limit(BATCH_SIZE)
      .execute()
    if (shops.length === 0) return
    for (const { shop_id: shopId } of shops) {
      await withShopLock(db, shopId, async (tx) => {
        const now = clock()
        const rows = await dueOrders(tx, column, now)
          .selectAll()
          .where('shop_id', '=', shopId)
          .orderBy(sql.ref(column))
          .limit(BATCH_SIZE)
          .execute()
        for (const row of rows) await handle(tx, row, now)
      })
      storefronts.invalidateShop(shopId)
    }
  }
}

/** Sets when something is done about an order next; `null` for never. */
export async function setDue(
  tx: Query,
  { shop_id, id }: Pick<OrderRow, 'shop_id' | 'id'>,
  due: Partial<Record<DueColumn, number | null>>,
): Promise<void> {
  await tx.updateTable('shop_order').set(due).where('shop_id', '=', shop_id).where('id', '=', id).execute()
}
