import { EXPIRE } from '@/domain/order/order'
import { waitsForShop } from '@/domain/order/order-expiry'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import type { StorefrontCache } from '../../http/cache/storefront-cache'
import { withShopLock } from '../shops/shop-lock'
import { mustFindShop, toShop } from '../shops/store'
import { moveOrder } from './move-order'
import { toOrder } from './order-row'
import { sqlPlaced } from './store'

/** Interval in ms between two searches for expired orders. */
export const EXPIRY_SWEEP_MS = 10 * 60_000

/** Maximum number of orders cancelled in one transaction. */
const BATCH_SIZE = 50

const DAY_MS = 86_400_000

/** Time in ms that an expired order is reported to the owner. */
const NOTICE_MS = 2 * DAY_MS

/**
 * Upper bound in ms of an order's waiting time: the largest setting plus one day after a change of it, and for what happens on a day, which
 * may be a year later.
 */
const LONGEST_WAIT_MS = 31 * DAY_MS
const LONGEST_WAIT_ON_SITE_MS = 367 * DAY_MS

/** Cancels waiting orders past their expiry and restocks their goods. */
export async function expireOrders(
  { db, clock }: AppDependencies,
  storefronts: StorefrontCache,
): Promise<void> {
  for (;;) {
    const shopIds = await shopsWithExpired(db.query, clock())
    if (shopIds.length === 0) return
    for (const shopId of shopIds) {
      await withShopLock(db, shopId, (tx) => expireIn(tx, shopId, clock()))
      storefronts.invalidateShop(shopId)
    }
  }
}

/** Reads over all shops; the index has only orders that wait. */
async function shopsWithExpired(db: Query, now: number): Promise<string[]> {
  const rows = await db
    .selectFrom('shop_order')
    .select('shop_id')
    .distinct()
    .where('state', '=', sqlPlaced)
    .where('expires_at', '<=', now)
    .limit(BATCH_SIZE)
    .execute()
  return rows.map(({ shop_id }) => shop_id)
}

async function expireIn(tx: Query, shopId: string, now: number): Promise<void> {
  const rows = await tx
    .selectFrom('shop_order')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('state', '=', sqlPlaced)
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .limit(BATCH_SIZE)
    .execute()
  for (const row of rows) {
    if (waitsForShop(toOrder(row))) await moveOrder(tx, row, { action: EXPIRE, actor: 'system', now })
    else await clearExpiry(tx, shopId, row.id)
  }
}

/** Clears the expiry of an order that does not wait for the shop. */
async function clearExpiry(tx: Query, shopId: string, id: string): Promise<void> {
  await tx
    .updateTable('shop_order')
    .set({ expires_at: null })
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .execute()
}

/** Number of a shop's orders that expired recently. */
export async function countExpired(db: Query, shopId: string, now: number): Promise<number> {
  const { fulfilments } = toShop(await mustFindShop(db, shopId))
  const longestWait = fulfilments.includes('on-site') ? LONGEST_WAIT_ON_SITE_MS : LONGEST_WAIT_MS
  const row = await db
    .selectFrom('shop_order')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('shop_id', '=', shopId)
    .where('state', '=', 'cancelled')
    .where('created_at', '>', now - longestWait - NOTICE_MS)
    .where('updated_at', '>', now - NOTICE_MS)
    .where('history', 'like', `%"action":"${EXPIRE}"%`)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}
