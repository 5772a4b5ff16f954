import { type InsertQueryBuilder, type InsertResult, type QueryCreator, sql } from 'kysely'
import type { Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import { prepareQuery } from '../../db/prepare-query'
import { SerializationConflictError } from '../../db/retry'
import type { Tables } from '../../db/tables'
import { getErrorCode } from '../../error-code'
import { addJobRow, type Job } from '../../jobs/jobs'
import { type SlotPlace, takePlace, takePlaceFrom } from '../delivery-slots/slot-counts'
import type { LedgerRow } from '../ledger/write-entries'
import { addStock } from '../products/move-stock'
import { countEntryInSteps, type EntryValues, entryParts } from './entry-counts'
import type { OrderWrite } from './order-write'

/**
 * Writes an order and returns its numbers, in one statement on PostgreSQL.
 * @throws SerializationConflictError when the shop, its goods or the buyer have changed; the facts have to be loaded again.
 */
export const writeOrder = (query: Query, write: OrderWrite): Promise<WrittenOrder> =>
  isPostgres(query) ? writeInOneStatement(query, write) : writeInSteps(query, write)

/** The number of an order in its shop, and that of an entry in its group buy. */
export interface WrittenOrder {
  number: number
  entry: number | undefined
}

interface Counters {
  shopId: string
  shopVersion: number
  accountId: string
  buyerOrders: number | null
  changes: number
}

/** Increments the shop's order number, which locks the shop's row, unless its settings have changed or its last owner has left. */
const countOrder = (db: QueryCreator<Tables>, { shopId, shopVersion, changes }: Counters) =>
  db
    .updateTable('shop')
    .set((eb) => ({ last_order: eb('last_order', '+', 1), changes: eb('changes', '+', changes) }))
    .where('shop_id', '=', shopId)
    .where('version', '=', shopVersion)
    .where('blocked_at', 'is', null)
    .where('waiting_since', 'is', null)
    .returning('last_order')

/** Increments the order count of a known buyer, unless the buyer was blocked or, where limits apply, has ordered since. */
const countKnownBuyer = (
  insert: InsertQueryBuilder<Tables, 'shop_buyer', InsertResult>,
  { buyerOrders }: Counters,
) =>
  insert
    .onConflict((conflict) =>
      conflict
        .columns(['shop_id', 'account_id'])
        .doUpdateSet((eb) => ({ orders: eb('shop_buyer.orders', '+', 1) }))
        .where('shop_buyer.blocked_at', 'is', null)
        .where(
          sql<boolean>`(cast(${buyerOrders} as integer) is null or shop_buyer.orders = cast(${buyerOrders} as integer))`,
        ),
    )
    .returning('orders')

const countOrderNow = prepareQuery((db, counters: Counters) => countOrder(db, counters))

const countBuyerNow = prepareQuery((db, counters: Counters) =>
  countKnownBuyer(
    db
      .insertInto('shop_buyer')
      .values({ shop_id: counters.shopId, account_id: counters.accountId, orders: 1 }),
    counters,
  ),
)

const insertOrder = prepareQuery(
  (db, { order, ...more }: { order: OrderWrite['order']; number: number; entry?: number | undefined }) =>
    db.insertInto('shop_order').values({ ...order, ...more }),
)

const insertAccountOrder = prepareQuery((db, row: NonNullable<OrderWrite['account']>) =>
  db.insertInto('account_order').values(row),
)

const insertLedger = prepareQuery((db, row: LedgerRow) => db.insertInto('ledger').values(row))

const countersOf = ({ order, shopVersion, buyerOrders, changes }: OrderWrite): Counters => ({
  shopId: order.shop_id,
  shopVersion,
  accountId: order.buyer_id,
  buyerOrders,
  changes,
})

/**
 * Writes an order statement by statement. Skus are updated in the order of their ids.
 * @param tx the transaction that read the facts: exclusive on SQLite, with the shop's row locked on PostgreSQL. Prices and products
 * are therefore still as they were read, and are not compared again.
 */
export async function writeInSteps(tx: Query, write: OrderWrite): Promise<WrittenOrder> {
  const counters = countersOf(write)
  const [shop] = await countOrderNow(tx, counters)
  if (!shop) throw new SerializationConflictError()
  if (write.account && (await countBuyerNow(tx, counters)).length === 0)
    throw new SerializationConflictError()
  for (const { skuId, quantity, minStock } of write.required) {
    const stock = await addStock(tx, { shopId: counters.shopId, skuId, delta: -quantity, minStock })
    if (stock === undefined) throw new SerializationConflictError()
  }
  if (write.place && !(await takePlace(tx, write.place))) throw new SerializationConflictError()
  const number = shop.last_order
  const entry = write.entry && (await countEntryInSteps(tx, write.entry))
  await insertOrder(tx, { order: write.order, number, entry })
  if (write.account) await insertAccountOrder(tx, write.account)
  if (write.ledger) await insertLedger(tx, write.ledger)
  for (const job of write.jobs) await addJobRow(tx, job)
  return { number, entry }
}

/** Inserts a row when the shop's order was counted; the keys of the row are the columns. */
const insertCounted = (table: keyof Tables, row: object) => {
  const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)))
  return sql`insert into ${sql.table(table)} (${columns}) select ${sql.join(Object.values(row))} from counted`
}

interface StatementValues extends Counters {
  order: OrderWrite['order']
  account: NonNullable<OrderWrite['account']>
  ledger: OrderWrite['ledger']
  /** `jobs` as JSON, as a row so that it may be absent. */
  jobs: { json: string } | undefined
  place: SlotPlace | undefined
  entry: EntryValues | undefined
  /** `required` as JSON. */
  required: string
}

const JOB_COLUMNS = [
  'id',
  'kind',
  'payload',
  'run_at',
  'attempts',
  'lease_until',
  'dead',
  'last_error',
] as const satisfies readonly (keyof Job)[]

const columnsOfJobs = (table?: string) =>
  sql.join(JOB_COLUMNS.map((column) => (table ? sql.ref(`${table}.${column}`) : sql.ref(column))))

const insertJobs = (jobs: string) => sql`insert into job (${columnsOfJobs()})
  select ${columnsOfJobs('jobs')} from counted, json_to_recordset(${jobs}::json) as jobs
    (id text, kind text, payload text, run_at bigint, attempts int, lease_until bigint, dead int, last_error text)
  on conflict (id) do nothing`

/** The SQLSTATE of a statement that writes null to a column that forbids it. */
const NOT_NULL_VIOLATION = '23502'

/**
 * The statement that writes an order on PostgreSQL, in READ COMMITTED:
 * - `counted` updates the shop's row, which locks it, so orders of one shop run one after another. It has no row when the settings
 *   have changed, the shop is blocked or its last owner has left; nothing is written then.
 * - `person` locks the buyer's account against being deleted, and waits for a deletion that has begun.
 * - `buyer` and `taken` update rows, so they wait for a concurrent writer and test their conditions on the row that it committed.
 *   `product` is only read, as it was when the statement began: an edit that commits while the statement waits is not seen.
 * - When a sku is missing from `taken`, or `person`, `buyer` or `placed` has no row, the order's number is null. The column forbids null, so the
 *   statement fails with `NOT_NULL_VIOLATION` and all its writes are undone.
 */
const writeStatement = prepareQuery(
  (db, { order, account, ledger, jobs, place, entry: entryValues, ...values }: StatementValues) => {
    const entry = entryValues && entryParts(db, values.shopId, entryValues)
    const buyer = db
      .insertInto('shop_buyer')
      .columns(['shop_id', 'account_id', 'orders'])
      .expression(sql`select ${values.shopId}, ${values.accountId}, 1 from counted`)
    const number = sql`case when (select count(*) from taken) = (select count(*) from wanted)
    and exists (select 1 from person) and exists (select 1 from buyer)${place ? sql` and exists (select 1 from placed)` : sql``}${entry ? entry.condition : sql``} then last_order end`
    const statement = sql<{ number: number; entry: number | null }>`
with counted as (
  ${countOrder(db, values)}
), person as (
  select id from account where id = ${values.accountId} for key share
), wanted as (
  select * from json_to_recordset(${values.required}::json) as wanted
    ("skuId" text, quantity int, "minStock" int, price bigint, "productId" text, "productVersion" int)
), buyer as (
  ${countKnownBuyer(buyer, values)}
), taken as (
  update sku set stock = stock - quantity from counted, wanted
  where sku.shop_id = ${values.shopId} and sku.id = "skuId" and sku.price = wanted.price and stock >= "minStock"
    and product_id = "productId" and exists (select 1 from product where shop_id = ${values.shopId}
      and id = wanted."productId" and version = wanted."productVersion" and on_sale = 1)
  returning sku.id
), noted as (
  ${insertCounted('account_order', account)}
)${place ? sql`, placed as (${takePlaceFrom(db, 'counted', place)})` : sql``}${ledger ? sql`, entered as (${insertCounted('ledger', ledger)})` : sql``}${jobs ? sql`, later as (${insertJobs(jobs.json)})` : sql``}${entry ? entry.tables : sql``}
${insertCounted('shop_order', entry ? { ...order, number, entry: entry.number } : { ...order, number })} returning number, entry`
    return { compile: () => statement.compile(db) }
  },
)

/** Writes an order on PostgreSQL in one statement, which needs no transaction. */
export async function writeInOneStatement(query: Query, write: OrderWrite): Promise<WrittenOrder> {
  const { order, account, ledger, place } = write
  if (!account) throw new Error('an order without an account is written in steps')
  const jobs = write.jobs.length > 0 ? { json: JSON.stringify(write.jobs) } : undefined
  const required = JSON.stringify(write.required)
  const entry = write.entry && {
    ...{ groupBuyId: write.entry.groupBuyId, version: write.entry.version, now: write.entry.now },
    goods: JSON.stringify(write.entry.goods),
  }
  const values = { ...countersOf(write), order, account, ledger, jobs, place, entry, required }
  const [row] = await writeStatement(query, values).catch((error: unknown) => {
    throw getErrorCode(error) === NOT_NULL_VIOLATION ? new SerializationConflictError() : error
  })
  if (!row) throw new SerializationConflictError()
  return { number: row.number, entry: row.entry ?? undefined }
}
