import { type InsertQueryBuilder, type InsertResult, type QueryCreator, type Selectable, sql } from 'kysely'
import { dayOf } from '@/domain/day'
import { countsAtAddress, maxForBuyer, type RequiredStock } from '@/domain/order/buyer-limits'
import type { NewOrder } from '@/domain/order/place-order'
import { movements } from '@/domain/payment/ledger'
import type { Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import { prepareQuery } from '../../db/prepare-query'
import { SerializationConflictError } from '../../db/retry'
import type { AccountOrderTable, Tables } from '../../db/tables'
import { getErrorCode } from '../../error-code'
import { fingerprint } from '../../fingerprint'
import { addJobRow, type Job, toJobRow } from '../../jobs/jobs'
import { placeOf, type SlotPlace, takePlace, takePlaceFrom } from '../delivery-slots/slot-counts'
import { type LedgerRow, toLedgerRows } from '../ledger/write-entries'
import { toNotifyRow } from '../notices/queue-notice'
import { addStock } from '../products/move-stock'
import type { PlaceOrderInput, StoredFacts } from './order-facts'
import { type NewOrderRow, toOrderRow } from './order-row'
import { closeUnpaidJob } from './unpaid-job'

/** The rows of a new order, and what must be unchanged when they are written. */
export interface OrderWrite {
  order: NewOrderRow
  /** Links the order to the buyer's account. */
  account: Omit<Selectable<AccountOrderTable>, 'done'>
  /** Enters what the buyer owes; `undefined` when the order costs nothing. */
  ledger: LedgerRow | undefined
  /** Close an order paid in advance that stays unpaid, or notify the owners of a new order. */
  jobs: readonly Job[]
  /** The place that the order takes; `undefined` in a shop without slots. */
  place: SlotPlace | undefined
  shopVersion: number
  /** Number of orders the buyer has placed in the shop; `null` when limits do not apply, so that it does not matter. */
  buyerOrders: number | null
  required: (RequiredStock & Pick<StoredFacts['offers'][number], 'price' | 'productId' | 'productVersion'>)[]
}

/** Returns what has to be written for a decision that was made from these facts. */
export function toOrderWrite(
  { orderId, accountId, request, addressHash }: PlaceOrderInput,
  facts: StoredFacts,
  { order, required }: { order: NewOrder; required: readonly RequiredStock[] },
): OrderWrite {
  const { shop, buyer, buyerOrders, offers } = facts
  const row = toOrderRow(orderId, order, {
    buyer_id: accountId,
    request_hash: fingerprint(request),
    buyer_address: (buyer && countsAtAddress(buyer) && addressHash) || null,
  })
  const { shop_id, created_at } = row
  return {
    order: row,
    account: { account_id: accountId, shop_id, order_id: orderId, created_at },
    ledger: toLedgerRows(
      { shopId: shop_id, orderId, source: orderId, at: created_at },
      { cause: 'placed', movements: movements.placed(order.total) },
    )[0],
    jobs: jobsOf(row, facts, required),
    place: placeOf(shop, order),
    shopVersion: shop.version,
    buyerOrders: buyer ? buyerOrders : null,
    required: required.flatMap((one) => {
      const offer = offers.find(({ skuId }) => skuId === one.skuId)
      if (!offer) return []
      const { price, productId, productVersion, stock } = offer
      const { skuId, quantity } = one
      const minStock = Math.max(one.minStock, stock - remainingShare(facts, skuId, stock) + quantity)
      return [{ skuId, quantity, minStock, price, productId, productVersion }]
    }),
  }
}

/**
 * The quantity that new buyers at the buyer's address may take of a sku, among them those whose orders are written at the same
 * moment: where the stock has fallen by more since, the facts have to be loaded again.
 */
const remainingShare = ({ limits, buyer }: StoredFacts, skuId: string, stock: number): number =>
  buyer ? maxForBuyer(skuId, stock, limits, buyer) : stock

/** The jobs that follow an order: an unpaid order is closed later; of other orders and of goods that run out the owners are notified. */
function jobsOf(
  { shop_id: shopId, id, payment_state, created_at }: NewOrderRow,
  { isShopReachable, lowStock, offers }: StoredFacts,
  required: readonly RequiredStock[],
): Job[] {
  const close = payment_state === 'pending' ? [toJobRow(closeUnpaidJob(shopId, id, created_at))] : []
  if (!isShopReachable) return close
  const notice = { shopId, at: created_at }
  const low = required.filter(({ skuId, quantity }) => {
    const stock = offers.find((one) => one.skuId === skuId)?.stock
    return stock !== undefined && stock - quantity <= lowStock
  })
  return [
    ...(close.length > 0
      ? close
      : [toNotifyRow({ ...notice, event: 'new-order', subjectId: id, occurrence: 'placed' })]),
    // once a day for each sku
    ...low.map(({ skuId }) =>
      toNotifyRow({ ...notice, event: 'low-stock', subjectId: skuId, occurrence: dayOf(created_at) }),
    ),
  ]
}

/**
 * Writes an order and returns its number, in one statement on PostgreSQL.
 * @throws SerializationConflictError when the shop, its goods or the buyer have changed; the facts have to be loaded again.
 */
export const writeOrder = (query: Query, write: OrderWrite): Promise<number> =>
  isPostgres(query) ? writeInOneStatement(query, write) : writeInSteps(query, write)

interface Counters {
  shopId: string
  shopVersion: number
  accountId: string
  buyerOrders: number | null
}

/** Increments the shop's order number, which locks the shop's row, unless its settings have changed or its last owner has left. */
const countOrder = (db: QueryCreator<Tables>, { shopId, shopVersion }: Counters) =>
  db
    .updateTable('shop')
    .set((eb) => ({ last_order: eb('last_order', '+', 1), changes: eb('changes', '+', 1) }))
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

const insertOrder = prepareQuery((db, { order, number }: { order: OrderWrite['order']; number: number }) =>
  db.insertInto('shop_order').values({ ...order, number }),
)

const insertAccountOrder = prepareQuery((db, row: OrderWrite['account']) =>
  db.insertInto('account_order').values(row),
)

const insertLedger = prepareQuery((db, row: LedgerRow) => db.insertInto('ledger').values(row))

const countersOf = ({ order, shopVersion, buyerOrders }: OrderWrite): Counters => ({
  shopId: order.shop_id,
  shopVersion,
  accountId: order.buyer_id,
  buyerOrders,
})

/**
 * Writes an order statement by statement. Skus are updated in the order of their ids.
 * @param tx the transaction that read the facts: exclusive on SQLite, with the shop's row locked on PostgreSQL. Prices and products
 * are therefore still as they were read, and are not compared again.
 */
export async function writeInSteps(tx: Query, write: OrderWrite): Promise<number> {
  const counters = countersOf(write)
  const [shop] = await countOrderNow(tx, counters)
  if (!shop) throw new SerializationConflictError()
  const [buyer] = await countBuyerNow(tx, counters)
  if (!buyer) throw new SerializationConflictError()
  for (const { skuId, quantity, minStock } of write.required) {
    const stock = await addStock(tx, { shopId: counters.shopId, skuId, delta: -quantity, minStock })
    if (stock === undefined) throw new SerializationConflictError()
  }
  if (write.place && !(await takePlace(tx, write.place))) throw new SerializationConflictError()
  await insertOrder(tx, { order: write.order, number: shop.last_order })
  await insertAccountOrder(tx, write.account)
  if (write.ledger) await insertLedger(tx, write.ledger)
  for (const job of write.jobs) await addJobRow(tx, job)
  return shop.last_order
}

/** Inserts a row when the shop's order was counted; the keys of the row are the columns. */
const insertCounted = (table: keyof Tables, row: object) => {
  const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)))
  return sql`insert into ${sql.table(table)} (${columns}) select ${sql.join(Object.values(row))} from counted`
}

interface StatementValues extends Counters {
  order: OrderWrite['order']
  account: OrderWrite['account']
  ledger: OrderWrite['ledger']
  /** `jobs` as JSON, as a row so that it may be absent. */
  jobs: { json: string } | undefined
  place: SlotPlace | undefined
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
  (db, { order, account, ledger, jobs, place, ...values }: StatementValues) => {
    const buyer = db
      .insertInto('shop_buyer')
      .columns(['shop_id', 'account_id', 'orders'])
      .expression(sql`select ${values.shopId}, ${values.accountId}, 1 from counted`)
    const number = sql`case when (select count(*) from taken) = (select count(*) from wanted)
    and exists (select 1 from person) and exists (select 1 from buyer)${place ? sql` and exists (select 1 from placed)` : sql``} then last_order end`
    const statement = sql<{ number: number }>`
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
)${place ? sql`, placed as (${takePlaceFrom(db, 'counted', place)})` : sql``}${ledger ? sql`, entered as (${insertCounted('ledger', ledger)})` : sql``}${jobs ? sql`, later as (${insertJobs(jobs.json)})` : sql``}
${insertCounted('shop_order', { ...order, number })} returning number`
    return { compile: () => statement.compile(db) }
  },
)

/** Writes an order on PostgreSQL in one statement, which needs no transaction. */
export async function writeInOneStatement(query: Query, write: OrderWrite): Promise<number> {
  const { order, account, ledger, place } = write
  const jobs = write.jobs.length > 0 ? { json: JSON.stringify(write.jobs) } : undefined
  const required = JSON.stringify(write.required)
  const values = { ...countersOf(write), order, account, ledger, jobs, place, required }
  const [row] = await writeStatement(query, values).catch((error: unknown) => {
    throw getErrorCode(error) === NOT_NULL_VIOLATION ? new SerializationConflictError() : error
  })
  if (!row) throw new SerializationConflictError()
  return row.number
}
