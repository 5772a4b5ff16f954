import { EXPIRE, expire } from '@/domain/order-expiry'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { withShopLock } from '../shops/shop-lock'
import type { Storefronts } from '../storefronts/storefronts'
import { writeStep } from './move-order'
import { toOrder } from './store'

/** How often expired orders are looked for, in ms. */
export const EXPIRY_SWEEP_MS = 10 * 60_000

/** Orders cancelled in one transaction at most. */
const AT_ONCE = 50

const DAY_MS = 86_400_000

/** Expired orders are told of for so long, in ms. */
const TOLD_MS = 2 * DAY_MS

/** No order waits longer than this before it expires, in ms: the largest setting, and a day after a change of it. */
const LONGEST_WAIT_MS = 31 * DAY_MS

/** Cancels the waiting orders that nobody answered in time, and returns their stock. */
export async function expireOrders({ db, clock }: AppDependencies, storefronts: Storefronts): Promise<void> {
  for (;;) {
    const shopIds = await shopsWithExpired(db.query, clock())
    if (shopIds.length === 0) return
    for (const shopId of shopIds) {
      await withShopLock(db, shopId, (tx) => expireIn(tx, shopId, clock()))
      storefronts.forgetShop(shopId)
    }
  }
}

/** Read over all shops; the partial index behind it holds orders that wait, and no others. */
async function shopsWithExpired(db: Query, now: number): Promise<string[]> {
  const rows = await db
    .selectFrom('shop_order')
    .select('shop_id')
    .distinct()
    .where('expires_at', 'is not', null)
    .where('expires_at', '<=', now)
    .limit(AT_ONCE)
    .execute()
  return rows.map(({ shop_id }) => shop_id)
}

async function expireIn(tx: Query, shopId: string, now: number): Promise<void> {
  const rows = await tx
    .selectFrom('shop_order')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('expires_at', 'is not', null)
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .limit(AT_ONCE)
    .execute()
  for (const row of rows) {
    const next = expire(toOrder(row))
    if (next) await writeStep(tx, row, next, { action: EXPIRE, by: 'system', at: now })
    else await neverExpire(tx, shopId, row.id)
  }
}

/** An order that may not be cancelled, because it is paid, is not looked at again. */
async function neverExpire(tx: Query, shopId: string, id: string): Promise<void> {
  await tx
    .updateTable('shop_order')
    .set({ expires_at: null })
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .execute()
}

/** How many orders of a shop expired lately. */
export async function countExpired(db: Query, shopId: string, now: number): Promise<number> {
  const row = await db
    .selectFrom('shop_order')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('shop_id', '=', shopId)
    .where('state', '=', 'cancelled')
    .where('created_at', '>', now - LONGEST_WAIT_MS - TOLD_MS)
    .where('updated_at', '>', now - TOLD_MS)
    .where('history', 'like', `%"action":"${EXPIRE}"%`)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}
