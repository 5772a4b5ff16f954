import { createId } from '@/domain/id'
import type { PersonalData } from '@/domain/shop/closing'
import { RECEIVER_RETENTION_MS, RECORDS_RETENTION_MS } from '@/domain/shop/personal-data'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { untyped } from '../../maintenance/copy/row'
import { selectOpenOrders, toOpenOrder } from '../closing/open-orders'
import { detachContents, forgetBuyerContents } from '../content/forget-contents'
import { REPORTED_PLACES } from '../parcels/queue-report'
import { detachOrders } from './forget-orders'

const selectOrders = (db: Query, accountId: string) =>
  db
    .selectFrom('account_order')
    .innerJoin('shop_order', (join) =>
      join
        .onRef('shop_order.shop_id', '=', 'account_order.shop_id')
        .onRef('shop_order.id', '=', 'account_order.order_id'),
    )
    .where('account_order.account_id', '=', accountId)

/**
 * Open orders of others that a person pays for in a mini-program, while WeChat waits for the report that they were sent: it names who has
 * paid.
 */
const selectUnreported = (db: Query, accountId: string) =>
  selectOpenOrders(db)
    .innerJoin(
      (eb) =>
        eb
          .selectFrom('payment')
          .select(['payment.shop_id', 'payment.order_id'])
          .distinct()
          .where('payment.payer_id', '=', accountId)
          .where('payment.place', 'in', [...REPORTED_PLACES])
          .where('payment.state', 'in', ['open', 'paid'])
          .whereRef('payment.refunded', '<', 'payment.amount')
          .where(({ or, eb: where }) =>
            or([where('payment.shipping', 'is', null), where('payment.shipping', '=', 'queued')]),
          )
          .as('paid'),
      (join) =>
        join.onRef('paid.shop_id', '=', 'shop_order.shop_id').onRef('paid.order_id', '=', 'shop_order.id'),
    )
    .where('shop_order.buyer_id', '!=', accountId)

/** The orders that have to end before the data of a person can be deleted. */
async function readOpenOrders(db: Query, accountId: string): Promise<PersonalData['openOrders']> {
  const open = await selectOpenOrders(db)
    .innerJoin('account_order', (join) =>
      join
        .onRef('account_order.shop_id', '=', 'shop_order.shop_id')
        .onRef('account_order.order_id', '=', 'shop_order.id'),
    )
    .where('account_order.account_id', '=', accountId)
    .execute()
  const unreported = await selectUnreported(db, accountId).execute()
  return [...open.map(toOpenOrder), ...unreported.map((row) => ({ ...toOpenOrder(row), isOthers: true }))]
}

/** The stored data of a person, in short, and what deleting it would leave. */
export async function readPersonalData(db: Query, accountId: string, now: number): Promise<PersonalData> {
  const { orders, last } = await selectOrders(db, accountId)
    .select((eb) => [eb.fn.countAll().as('orders'), eb.fn.max('shop_order.updated_at').as('last')])
    .executeTakeFirstOrThrow()
  const { claimable } = await selectOrders(db, accountId)
    .select((eb) => eb.fn.countAll().as('claimable'))
    .where('claim_until', '>', now)
    .executeTakeFirstOrThrow()
  const shops = await db
    .selectFrom('shop_owner')
    .innerJoin('shop', 'shop.shop_id', 'shop_owner.shop_id')
    .select(['shop.shop_id as id', 'shop.name'])
    .where('account_id', '=', accountId)
    .orderBy('since')
    .execute()
  const role = await db
    .selectFrom('staff')
    .select('id')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return {
    ...{ orders: Number(orders), claimable: Number(claimable) },
    openOrders: await readOpenOrders(db, accountId),
    ...{ shops, isStaff: role !== undefined },
    ...(last === null
      ? {}
      : {
          receiversUntil: Number(last) + RECEIVER_RETENTION_MS,
          recordsUntil: Number(last) + RECORDS_RETENTION_MS,
        }),
  }
}

/**
 * Deletes the stored data of a person. Her finished orders stay with their shops, and what she has paid for others with theirs, without a
 * link to her. The account itself stays while it has a shop or a role in a centre.
 * Call it while the account is locked.
 * @returns whether the account is kept
 * @throws ApiError `not-allowed-now` with what is open
 */
export async function deletePerson(
  { clock, random }: Pick<AppDependencies, 'clock' | 'random'>,
  tx: Query,
  accountId: string,
): Promise<{ isAccountKept: boolean }> {
  const now = clock()
  const data = await readPersonalData(tx, accountId, now)
  if (data.openOrders.length > 0) throw new ApiError('not-allowed-now', { current: data })
  const createPseudonym = () => createId(now, random(16))
  await deleteBuyer(tx, accountId, createPseudonym)
  const isAccountKept = data.shops.length > 0 || data.isStaff
  if (!isAccountKept) await deleteAccount(tx, accountId, createPseudonym())
  return { isAccountKept }
}

async function deleteBuyer(tx: Query, accountId: string, createPseudonym: () => string): Promise<void> {
  await forgetBuyerContents(tx, accountId)
  const ordered = await tx
    .selectFrom('account_order')
    .select('shop_id')
    .distinct()
    .where('account_id', '=', accountId)
    .execute()
  const paid = await tx
    .selectFrom('payment')
    .select('shop_id')
    .distinct()
    .where('payer_id', '=', accountId)
    .execute()
  for (const shopId of new Set([...ordered, ...paid].map(({ shop_id }) => shop_id)))
    await detachOrders(tx, { accountId, shopId, pseudonym: createPseudonym() })
  for (const table of ['account_order', 'shop_buyer'] as const)
    await tx.deleteFrom(table).where('account_id', '=', accountId).execute()
}

const DELETED_TABLES = [
  ...(['session', 'identity', 'channel', 'message', 'quiet_hours', 'phone_code'] as const),
  ...(['lesson_screen', 'socket_ticket', 'report', 'operator_session'] as const),
  ...(['operator_challenge', 'consent'] as const),
]

/** Columns with the id of an account in rows that stay: another person's or the installation's. */
const DETACHED_COLUMNS = [
  { table: 'photo', column: 'account_id' },
  { table: 'voice', column: 'account_id' },
  { table: 'shop', column: 'opened_by' },
  { table: 'lesson', column: 'teacher' },
  { table: 'learner', column: 'account_id' },
  { table: 'invitation', column: 'used_by' },
  { table: 'invitation', column: 'invited_by' },
  { table: 'help', column: 'helper' },
  { table: 'help_step', column: 'account_id' },
  { table: 'handover', column: 'giver' },
  { table: 'handover', column: 'taken_by' },
  { table: 'operator_link', column: 'used_by' },
  { table: 'paper_card', column: 'made_by' },
  { table: 'paper_card', column: 'used_by' },
] as const

/** Deletes an account that has neither a shop nor a role. Its photos and voices go with the next sweep unless an order shows them. */
async function deleteAccount(tx: Query, accountId: string, pseudonym: string): Promise<void> {
  for (const table of ['photo', 'voice'] as const)
    await tx.updateTable(table).set({ unused_since: 0 }).where('account_id', '=', accountId).execute()
  for (const { table, column } of DETACHED_COLUMNS)
    await untyped(tx)
      .updateTable(table)
      .set({ [column]: pseudonym })
      .where(column, '=', accountId)
      .execute()
  await tx.updateTable('handover').set({ draft: null }).where('giver', '=', pseudonym).execute()
  await tx
    .updateTable('paper_card')
    .set({ asked_by: null, due_at: null })
    .where('asked_by', '=', accountId)
    .execute()
  await tx
    .updateTable('shop')
    .set({ key_request: `${pseudonym}:` })
    // all texts that begin with the account and a colon, by the index; a semicolon follows a colon
    .where('key_request', '>=', `${accountId}:`)
    .where('key_request', '<', `${accountId};`)
    .execute()
  await detachContents(tx, accountId)
  for (const table of DELETED_TABLES) await tx.deleteFrom(table).where('account_id', '=', accountId).execute()
  await tx.deleteFrom('account').where('id', '=', accountId).execute()
}
