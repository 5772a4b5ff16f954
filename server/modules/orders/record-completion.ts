import { sql } from 'kysely'
import { type Standing, standings } from '../../db/account-standing'
import type { Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import { DAY_MS } from '../../jobs/intervals'
import type { OrderChange } from './order-change'
import type { OrderRow } from './order-row'

/** The age from which a shop counts: its first day, and the month after which its orders speak for their buyers elsewhere. */
const AGES = { bought: DAY_MS, trusted: 30 * DAY_MS } as const

/** Completed orders in this number of other shops make an account trusted. */
const TRUSTED_SHOPS = 2

/** Records that a step completes an order, or undoes that. */
export async function followCompletion(tx: Query, { before, after, event }: OrderChange): Promise<void> {
  const done = after.state === 'done'
  if (done !== (before.state === 'done')) await recordCompletion(tx, before, { done, now: event.at })
}

/**
 * Records that an order is completed, or no longer is, and what follows for the limits of its buyer, so that an order that is placed
 * reads a row and counts nothing.
 */
async function recordCompletion(
  tx: Query,
  { buyer_id: accountId, shop_id: shopId, id }: OrderRow,
  { done, now }: { done: boolean; now: number },
): Promise<void> {
  await tx
    .updateTable('account_order')
    .set({ done: done ? 1 : 0 })
    .where('account_id', '=', accountId)
    .where('shop_id', '=', shopId)
    .where('order_id', '=', id)
    .execute()
  const hasBought = await selectDone(tx, accountId)
    .select('account_order.order_id')
    .where('account_order.shop_id', '=', shopId)
    .limit(1)
    .executeTakeFirst()
  await tx
    .updateTable('shop_buyer')
    .set({ bought: hasBought ? 1 : 0 })
    .where('shop_id', '=', shopId)
    .where('account_id', '=', accountId)
    .execute()
  await updateStanding(tx, accountId, { done, now })
}

/**
 * Locks the accounts of several orders' buyers in one order, before the orders are completed: another shop may complete orders of the
 * same buyers at this moment.
 */
export async function lockBuyers(tx: Query, shopId: string, orderIds: readonly string[]): Promise<void> {
  if (!isPostgres(tx)) return
  const buyers = tx
    .selectFrom('shop_order')
    .select('buyer_id')
    .where('shop_id', '=', shopId)
    .where('id', 'in', orderIds)
  await tx.selectFrom('account').select('id').where('id', 'in', buyers).orderBy('id').forUpdate().execute()
}

const selectDone = (tx: Query, accountId: string) =>
  tx
    .selectFrom('account_order')
    .where('account_order.account_id', '=', accountId)
    .where('done', '=', sql.lit(1))

async function updateStanding(tx: Query, accountId: string, { done, now }: { done: boolean; now: number }) {
  // orders of one buyer in two shops may be completed at once
  const known = await tx
    .selectFrom('account')
    .select('standing')
    .where('id', '=', accountId)
    .$if(isPostgres(tx), (query) => query.forUpdate())
    .executeTakeFirst()
  if (!known) return
  const standing = await readStanding(tx, accountId, now)
  // shops that were deleted meanwhile still speak for their buyers
  if (done ? standing > known.standing : standing !== known.standing)
    await tx.updateTable('account').set({ standing }).where('id', '=', accountId).execute()
}

async function readStanding(tx: Query, accountId: string, now: number): Promise<Standing> {
  const shopsOfAge = (age: number) =>
    sql<number>`count(distinct case when shop.opened_at <= ${now - age} then shop.shop_id end)`
  const { settled, old } = await selectDone(tx, accountId)
    .innerJoin('shop', 'shop.shop_id', 'account_order.shop_id')
    .where('shop.opened_by', '!=', accountId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('shop_owner')
            .select('shop_owner.shop_id')
            .whereRef('shop_owner.shop_id', '=', 'shop.shop_id')
            .where('shop_owner.account_id', '=', accountId),
        ),
      ),
    )
    .select([shopsOfAge(AGES.bought).as('settled'), shopsOfAge(AGES.trusted).as('old')])
    .executeTakeFirstOrThrow()
  if (Number(old) >= TRUSTED_SHOPS) return standings.trusted
  return Number(settled) > 0 ? standings.bought : standings.unknown
}
