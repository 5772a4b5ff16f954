import { EXPIRE } from '@/domain/order/order'
import { waitsForShop } from '@/domain/order/order-expiry'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import type { StorefrontCache } from '../../http/cache/storefront-cache'
import { DAY_MS } from '../../jobs/intervals'
import { mustFindShop, toShop } from '../shops/store'
import { moveOrder } from './move-order'
import { type OrderRow, toOrder } from './order-row'
import { setDue, sweepOrders } from './sweep-orders'

/** Time in ms that an expired order is reported to the owner. */
const NOTICE_MS = 2 * DAY_MS

/**
 * Upper bound in ms of an order's waiting time: the largest setting plus one day after a change of it, and for what happens on a day, which
 * may be a year later.
 */
const LONGEST_WAIT_MS = 31 * DAY_MS
const LONGEST_WAIT_ON_SITE_MS = 367 * DAY_MS

/** Cancels waiting orders past their expiry and restocks their goods. */
export const expireOrders = (deps: AppDependencies, storefronts: StorefrontCache): Promise<void> =>
  sweepOrders(deps, storefronts, 'expires_at', expire)

async function expire(tx: Query, row: OrderRow, now: number): Promise<void> {
  if (waitsForShop(toOrder(row))) await moveOrder(tx, row, { action: EXPIRE, actor: 'system', now })
  else await setDue(tx, row, { expires_at: null })
}

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
