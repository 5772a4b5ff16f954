import { shopEvents } from '@/domain/notification'
import type { Closing } from '@/domain/shop/closing'
import { REOPEN_MS } from '@/domain/shop/personal-data'
import { ApiError, badInput } from '../../api-error'
import type { Query } from '../../db/database'
import { endHandovers } from '../handovers/store'
import { endHelps } from '../helps/store'
import { sumReportable } from '../parcels/held-money'
import { mustFindShop } from '../shops/store'
import { isOpenOrder, MAX_NAMED, selectOpenOrders, toOpenOrder } from './open-orders'

/** The effects of closing a shop, and the orders that have to end before. */
export async function readClosing(db: Query, shopId: string, now: number): Promise<Closing> {
  const { name, closed_at, last_order } = await mustFindShop(db, shopId)
  const open = await selectOpenOrders(db).where('shop_order.shop_id', '=', shopId).execute()
  return {
    name,
    ...(closed_at === null ? {} : { closedAt: closed_at, reopenUntil: closed_at + REOPEN_MS }),
    orders: last_order,
    openOrders: open.map(toOpenOrder),
    openCount: open.length < MAX_NAMED ? open.length : await countOpen(db, shopId),
    claimable: await countClaimable(db, shopId, now),
    due: await moneyOf(db, shopId, { state: 'done', payment: 'due' }),
    toReturn: await moneyOf(db, shopId, { state: 'cancelled', payment: 'paid' }),
    held: await sumReportable(db, shopId),
  }
}

async function countOpen(db: Query, shopId: string): Promise<number> {
  const row = await db
    .selectFrom('shop_order')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('shop_id', '=', shopId)
    .where(isOpenOrder)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Finished orders of a shop for which buyers still may claim. */
export async function countClaimable(db: Query, shopId: string, now: number): Promise<number> {
  const row = await db
    .selectFrom('shop_order')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('shop_id', '=', shopId)
    .where('claim_until', '>', now)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

interface OrderGroup {
  state: 'done' | 'cancelled'
  payment: 'due' | 'paid'
}

/** The money of orders that was not collected or returned: the amount received in person, or the total, less the amount returned. */
async function moneyOf(db: Query, shopId: string, { state, payment }: OrderGroup): Promise<Closing['due']> {
  const row = await db
    .selectFrom('shop_order')
    .select((eb) => [
      eb.fn.countAll().as('orders'),
      eb.fn.sum(eb(eb.fn.coalesce('collected', 'total'), '-', eb.ref('returned'))).as('sum'),
    ])
    .where('shop_id', '=', shopId)
    .where('state', '=', state)
    .where('payment_state', '=', payment)
    .where('total', '>', 0)
    .executeTakeFirstOrThrow()
  return { orders: Number(row.orders), sum: Math.max(0, Number(row.sum ?? 0)) }
}

/**
 * Closes a shop for good; one that is closed stays as it is. Call it while the shop is locked. Buyers no longer find it, helps and
 * hand-overs end, and messages that wait for its owners are not sent. Its owners can open it again until the shop is ended.
 * @throws ApiError `bad-input` for another name, `not-allowed-now` with what is open
 */
export async function closeShop(
  tx: Query,
  { shopId, name, now }: { shopId: string; name: string; now: number },
): Promise<Closing> {
  const shop = await mustFindShop(tx, shopId)
  const closing = await readClosing(tx, shopId, now)
  if (shop.closed_at !== null) return closing
  if (name.trim() !== shop.name.trim()) throw badInput('/name', 'is not the name of the shop')
  if (closing.openCount > 0) throw new ApiError('not-allowed-now', { current: closing })
  await setClosed(tx, shopId, now)
  await endHelps(tx, shopId, now)
  await endHandovers(tx, shopId, now)
  await tx
    .updateTable('message')
    .set({ state: 'dropped', ended_at: now })
    .where('shop_id', '=', shopId)
    .where('event', 'in', [...shopEvents])
    .where('state', '=', 'queued')
    .execute()
  return readClosing(tx, shopId, now)
}

/** Opens a closed shop again; an open one stays as it is. Call it while the shop is locked. */
export async function reopenShop(tx: Query, shopId: string, now: number): Promise<Closing> {
  const { closed_at, ended_at } = await mustFindShop(tx, shopId)
  if (ended_at !== null) throw new ApiError('not-found')
  if (closed_at !== null) await setClosed(tx, shopId, null)
  return readClosing(tx, shopId, now)
}

/** The version changes, too: an order that was decided before is decided again. */
const setClosed = (tx: Query, shopId: string, closedAt: number | null) =>
  tx
    .updateTable('shop')
    .set((eb) => ({ closed_at: closedAt, version: eb('version', '+', 1), changes: eb('changes', '+', 1) }))
    .where('shop_id', '=', shopId)
    .execute()
