import type { Selectable } from 'kysely'
import type { AfterSaleState } from '@/domain/after-sale'
import type { Order, OrderEvent, OrderLine, OrderState } from '@/domain/order'
import type { Receiver } from '@/domain/receiver'
import type { Query } from '../../db/database'
import { present, readJson } from '../../db/json'
import { isAfter, PAGE, pageOf, readCursor } from '../../db/page'
import { prepared } from '../../db/prepared'
import type { AccountOrderTable, OrderTable } from '../../db/tables'

export type OrderRow = Selectable<OrderTable>

/** A step as it is kept: with the id it was posted under, when it was posted. */
export interface KeptEvent extends OrderEvent {
  id?: string
}

export async function findOrder(db: Query, shopId: string, id: string): Promise<OrderRow | undefined> {
  const [row] = await orderById(db, { shopId, id })
  return row
}

const orderById = prepared((db, given: { shopId: string; id: string }) =>
  db.selectFrom('shop_order').selectAll().where('shop_id', '=', given.shopId).where('id', '=', given.id),
)

/** Writes a new order, and notes it for its buyer. */
export async function addOrder(db: Query, row: OrderRow): Promise<void> {
  await insertOrder(db, row)
  const { buyer_id: account_id, shop_id, id: order_id, created_at } = row
  await insertAccountOrder(db, { account_id, shop_id, order_id, created_at })
}

const insertOrder = prepared((db, row: OrderRow) => db.insertInto('shop_order').values(row))

const insertAccountOrder = prepared((db, row: Omit<Selectable<AccountOrderTable>, 'done'>) =>
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
  present({
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
    history: readJson<KeptEvent[]>(row.history).map(({ action, by, at }) => ({ action, by, at })),
  })

interface OrdersAsked {
  state?: OrderState
  afterSale?: AfterSaleState
  limit?: number
  cursor?: string
}

/** A shop's orders, newest first, a page at a time. */
export async function ordersPage(
  db: Query,
  shopId: string,
  asked: OrdersAsked,
): Promise<{ items: Order[]; next?: string }> {
  const limit = asked.limit ?? PAGE
  const after = readCursor(asked.cursor)
  let select = db.selectFrom('shop_order').selectAll().where('shop_id', '=', shopId)
  if (asked.state) select = select.where('state', '=', asked.state)
  if (asked.afterSale) select = select.where('after_sale', '=', asked.afterSale)
  if (after) select = select.where(isAfter(after, 'newest', ['created_at', 'id']))
  const rows = await select
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, ({ created_at: at, id }) => ({ at, id }), toOrder)
}
