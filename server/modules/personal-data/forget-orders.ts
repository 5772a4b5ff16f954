import { type ExpressionBuilder, sql } from 'kysely'
import type { OrderLine } from '@/domain/order/order'
import type { Photo } from '@/domain/photo'
import { isShortened, shortenReceiver } from '@/domain/receiver/mask'
import type { Receiver } from '@/domain/receiver/receiver'
import { NO_RECEIVER, RECEIVER_RETENTION_MS, RECORDS_RETENTION_MS } from '@/domain/shop/personal-data'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import type { Tables } from '../../db/tables'
import type { AppDependencies } from '../../dependencies'
import { isOpenOrder } from '../closing/open-orders'
import type { OrderRow, StoredEvent } from '../orders/order-row'
import { searchColumns } from '../orders/order-search'
import { isDue } from '../orders/store'
import { setPhotoUses } from '../photos/uses'

const BATCH_SIZE = 50

interface Detached {
  accountId: string
  shopId: string
  /** A random id: the shop's orders of one buyer stay together in its books. */
  pseudonym: string
}

/**
 * Cuts the link between a person and her orders in a shop and lets their receivers be shortened and removed in time; also the link to what
 * she paid there for others.
 */
export async function detachOrders(tx: Query, { accountId, shopId, pseudonym }: Detached): Promise<void> {
  await tx
    .updateTable('shop_order')
    .set((eb) => ({
      buyer_id: pseudonym,
      buyer_address: null,
      forget_at: eb.fn.coalesce('forget_at', eb('updated_at', '+', RECEIVER_RETENTION_MS)),
    }))
    .where('shop_id', '=', shopId)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('account_order')
        .select('order_id')
        .where('account_order.account_id', '=', accountId)
        .where('account_order.shop_id', '=', shopId),
    )
    .execute()
  await tx
    .updateTable('payment')
    .set({ payer_id: pseudonym, openid: null })
    .where('shop_id', '=', shopId)
    .where('payer_id', '=', accountId)
    .execute()
}

type Deps = Pick<AppDependencies, 'db' | 'clock'>

/**
 * Shortens, and later removes, the receivers of orders whose buyer or shop is gone. Removes those of orders that ended before the term of
 * records, in all shops.
 */
export async function forgetOrders(deps: Deps): Promise<void> {
  await inBatches(deps, (tx) => selectDue(tx, deps.clock()))
  for (const shopId of await shopsWithOldOrders(deps))
    await inBatches(deps, (tx) => selectOld(tx, shopId, deps.clock()))
}

/** Forgets the selected orders, until none are left. Forgotten orders are not selected again. */
async function inBatches({ db, clock }: Deps, select: (tx: Query) => Promise<OrderRow[]>): Promise<void> {
  for (;;) {
    const forgotten = await db.withTx(async (tx) => {
      const rows = await select(tx)
      for (const row of rows) await forgetOrder(tx, row, clock())
      return rows.length
    })
    if (forgotten < BATCH_SIZE) return
  }
}

/** Reads over all shops. The partial index on `forget_at` holds only such orders. */
const selectDue = (tx: Query, now: number): Promise<OrderRow[]> =>
  tx
    .selectFrom('shop_order')
    .selectAll()
    .where('forget_at', 'is not', null)
    .where('forget_at', '<=', now)
    .orderBy('shop_id')
    .orderBy('id')
    .limit(BATCH_SIZE)
    .execute()

/**
 * True for an order with a receiver that is over and older than the term of records. The state and the receiver are literals, because the
 * partial index `shop_order_receiver` is not used for bound values.
 */
const isOld = (now: number) => (eb: ExpressionBuilder<Tables, 'shop_order'>) =>
  eb.and([
    eb('shop_order.created_at', '<=', now - RECORDS_RETENTION_MS),
    eb('shop_order.updated_at', '<=', now - RECORDS_RETENTION_MS),
    sql<boolean>`shop_order.state in ('done', 'cancelled')`,
    sql<boolean>`shop_order.receiver <> ${sql.lit(JSON.stringify(NO_RECEIVER))}`,
  ])

/** Orders of a shop that ended before the term of records, unless something of them is open or still to be paid; the oldest first. */
const selectOld = (tx: Query, shopId: string, now: number): Promise<OrderRow[]> =>
  tx
    .selectFrom('shop_order')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where(isOld(now))
    .where((eb) => eb.not(isOpenOrder(eb)))
    .where((eb) => eb.not(isDue(eb)))
    .orderBy('created_at')
    .limit(BATCH_SIZE)
    .execute()

async function shopsWithOldOrders({ db, clock }: Deps): Promise<string[]> {
  const shops = await db.query
    .selectFrom('shop')
    .select('shop_id')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('shop_order')
          .select('shop_order.id')
          .whereRef('shop_order.shop_id', '=', 'shop.shop_id')
          .where(isOld(clock())),
      ),
    )
    .execute()
  return shops.map(({ shop_id }) => shop_id)
}

/** The history without what the buyer said. */
function withoutNotes(history: OrderRow['history']): string {
  const events = readJson<StoredEvent[]>(history)
  return JSON.stringify(
    events.map(({ note, ...event }) => (event.by === 'buyer' || !note ? event : { ...event, note })),
  )
}

async function forgetOrder(tx: Query, row: OrderRow, now: number): Promise<void> {
  const stored = readJson<Receiver>(row.receiver)
  const recordsUntil = row.updated_at + RECORDS_RETENTION_MS
  const isOver = recordsUntil <= now
  const receiver = isOver ? NO_RECEIVER : shortenReceiver(stored)
  await tx
    .updateTable('shop_order')
    .set({
      receiver: JSON.stringify(receiver),
      ...{ note: null, change_request: null },
      history: withoutNotes(row.history),
      ...searchColumns(receiver, readJson<OrderLine[]>(row.lines)),
      forget_at: isOver ? null : recordsUntil,
    })
    .where('shop_id', '=', row.shop_id)
    .where('id', '=', row.id)
    .execute()
  // the rest went when the receiver was shortened
  if (isShortened(stored)) return
  await tx
    .updateTable('payment')
    .set({ openid: null })
    .where('shop_id', '=', row.shop_id)
    .where('order_id', '=', row.id)
    .execute()
  await forgetClaims(tx, row, now)
}

/** Removes what the buyer said and showed in the claims of an order. */
async function forgetClaims(tx: Query, { shop_id, id }: OrderRow, now: number): Promise<void> {
  const claims = await tx
    .selectFrom('claim')
    .select(['id', 'photos'])
    .where('shop_id', '=', shop_id)
    .where('order_id', '=', id)
    .execute()
  for (const claim of claims) {
    if (readJson<Photo[]>(claim.photos).length > 0)
      await setPhotoUses(tx, { shopId: shop_id, productId: `claim:${claim.id}` }, [], now)
    await tx
      .updateTable('claim')
      .set({ text: null, photos: '[]' })
      .where('shop_id', '=', shop_id)
      .where('id', '=', claim.id)
      .execute()
  }
}
