import type { Selectable } from 'kysely'
import type { RouteQuery } from '@/contract/routes'
import type { Page } from '@/contract/shapes'
import type { Order, OrderEvent, OrderLine, OrderState, OrderSummary } from '@/domain/order'
import type { Receiver } from '@/domain/receiver'
import { canUndoFinish } from '@/domain/undo-finish'
import type { Query } from '../../db/database'
import { omitNulls, readJson } from '../../db/json'
import { decodeCursor, isAfter, PAGE_SIZE, toPage } from '../../db/pagination'
import { prepareQuery } from '../../db/prepare-query'
import type { AccountOrderTable, OrderTable } from '../../db/tables'

export type OrderRow = Selectable<OrderTable>

/** A stored step with its request id and the state it started from. */
export interface StoredEvent extends OrderEvent {
  id?: string
  from?: OrderState
}

export async function findOrder(db: Query, shopId: string, id: string): Promise<OrderRow | undefined> {
  const [row] = await orderById(db, { shopId, id })
  return row
}

const orderById = prepareQuery((db, given: { shopId: string; id: string }) =>
  db.selectFrom('shop_order').selectAll().where('shop_id', '=', given.shopId).where('id', '=', given.id),
)

/** Inserts an order and links it to the buyer's account. */
export async function addOrder(db: Query, row: OrderRow): Promise<void> {
  await insertOrder(db, row)
  const { buyer_id: account_id, shop_id, id: order_id, created_at } = row
  await insertAccountOrder(db, { account_id, shop_id, order_id, created_at })
}

const insertOrder = prepareQuery((db, row: OrderRow) => db.insertInto('shop_order').values(row))

const insertAccountOrder = prepareQuery((db, row: Omit<Selectable<AccountOrderTable>, 'done'>) =>
  db.insertInto('account_order').values(row),
)

/** True when the account placed the order. */
export async function isBuyer(db: Query, accountId: string, shopId: string, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('account_order')
    .select('order_id')
    .where('account_id', '=', accountId)
    .where('shop_id', '=', shopId)
    .where('order_id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

export const toOrder = (row: OrderRow): Order =>
  omitNulls({
    id: row.id,
    shopId: row.shop_id,
    number: row.number,
    state: row.state,
    payment: { method: row.payment_method, state: row.payment_state },
    afterSale: row.after_sale,
    lines: readJson<OrderLine[]>(row.lines),
    goods: row.goods,
    freight: row.freight,
    total: row.total,
    fulfilment: row.fulfilment,
    receiver: readJson<Receiver>(row.receiver),
    note: row.note,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    expiresAt: row.expires_at,
    history: readJson<StoredEvent[]>(row.history).map(({ action, by, at }) => ({ action, by, at })),
  })

/** An order at a given time, which decides whether finishing it can be undone. */
export function toOrderAt(row: OrderRow, now: number): Order {
  const order = toOrder(row)
  return canUndoFinish(order, now) ? { ...order, undoable: true } : order
}

function toSummary(row: OrderRow, now: number): OrderSummary {
  const { history: _history, ...summary } = toOrderAt(row, now)
  return summary
}

type OrdersQuery = RouteQuery<'GET /api/shops/:shopId/orders'>

/** A page of a shop's orders, newest first. Orders that wait to be accepted are listed oldest first. */
export async function ordersPage(
  db: Query,
  shopId: string,
  query: OrdersQuery,
  now: number,
): Promise<Page<OrderSummary>> {
  const oldestFirst = query.state === 'placed'
  const limit = query.limit ?? PAGE_SIZE
  const after = decodeCursor(query.cursor)
  let select = db.selectFrom('shop_order').selectAll().where('shop_id', '=', shopId)
  if (query.state) select = select.where('state', '=', query.state)
  if (query.afterSale) select = select.where('after_sale', '=', query.afterSale)
  if (after) select = select.where(isAfter(after, oldestFirst ? 'oldest' : 'newest', ['created_at', 'id']))
  const rows = await select
    .orderBy('created_at', oldestFirst ? 'asc' : 'desc')
    .orderBy('id', oldestFirst ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute()
  return toPage(
    rows,
    limit,
    ({ created_at: at, id }) => ({ at, id }),
    (row) => toSummary(row, now),
  )
}
