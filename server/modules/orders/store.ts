import { type ExpressionBuilder, sql } from 'kysely'
import type { RouteQuery } from '@/contract/routes'
import type { Page } from '@/contract/shapes'
import { addDays, startOfDay } from '@/domain/day'
import { boundsOf } from '@/domain/month'
import { type AfterSaleState, openClaims } from '@/domain/order/after-sale'
import {
  confirmedStates,
  type OrderState,
  type OrderSummary,
  openStates,
  sentStates,
} from '@/domain/order/order'
import { onlineMethods, receivedStates } from '@/domain/payment/payment'
import { CLAIM_REFUND_FAILED } from '@/domain/payment/refund'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { decodeCursor, isAfter, PAGE_SIZE, toPage } from '../../db/pagination'
import { prepareQuery } from '../../db/prepare-query'
import type { Tables } from '../../db/tables'
import { type OrderRow, toOrderAt } from './order-row'
import { findOrders, foundColumns } from './order-search'

/** The state of a waiting order as a literal, because partial indexes are not used for bound values. */
export const sqlPlaced = sql.lit<OrderState>('placed')

export async function findOrder(db: Query, shopId: string, id: string): Promise<OrderRow | undefined> {
  const [row] = await orderById(db, { shopId, id })
  return row
}

/** @throws ApiError `not-found` */
export async function mustFindOrder(db: Query, shopId: string, id: string): Promise<OrderRow> {
  const row = await findOrder(db, shopId, id)
  if (!row) throw new ApiError('not-found')
  return row
}

const orderById = prepareQuery((db, given: { shopId: string; id: string }) =>
  db.selectFrom('shop_order').selectAll().where('shop_id', '=', given.shopId).where('id', '=', given.id),
)

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

function toSummary(row: OrderRow, now: number): OrderSummary {
  const { history: _history, ...summary } = toOrderAt(row, now)
  return summary
}

/** Leaves out claims whose money a payment service is returning, until it says that it cannot. */
export const needsOwner = (eb: ExpressionBuilder<Tables, 'shop_order'>) =>
  eb.or([
    eb('after_sale', '!=', 'agreed'),
    eb('payment_method', 'not in', [...onlineMethods]),
    eb('history', 'like', `%"action":"${CLAIM_REFUND_FAILED}"%`),
  ])

/** The condition of the index of claims: an order with a claim or a cancellation request, also an ended one. */
export const hasRequest = (eb: ExpressionBuilder<Tables, 'shop_order'>) =>
  // a literal, because the index is used only for its very condition
  eb('after_sale', '!=', sql.lit('none' as const))

type OrdersQuery = RouteQuery<'GET /api/shops/:shopId/orders'> & {
  /** Several states instead of one, and several states of claims. */
  states?: readonly OrderState[]
  afterSales?: readonly AfterSaleState[]
}

type OrderBuilder = ExpressionBuilder<Tables, 'shop_order'>

/** Orders whose money has been received. */
const isPaid = (eb: OrderBuilder) => eb('payment_state', 'in', [...receivedStates])

/** Orders whose money is still to be received in person. */
export const isDue = (eb: OrderBuilder) =>
  eb.and([eb('payment_state', '=', 'due'), eb('state', '!=', 'cancelled')])

/** Orders that were placed from a moment on and before another one (epoch ms). */
const isPlacedWithin =
  ({ from, until }: { from: number; until: number }) =>
  (eb: OrderBuilder) =>
    eb.and([eb('created_at', '>=', from), eb('created_at', '<', until)])

const isOfBuyer = (shopId: string, orderId: string) => (eb: OrderBuilder) =>
  eb(
    'buyer_id',
    '=',
    eb
      .selectFrom('shop_order as known')
      .select('known.buyer_id')
      .where('known.shop_id', '=', shopId)
      .where('known.id', '=', orderId),
  )

/** Orders that went by courier and whose waybill is not named yet. */
const lacksWaybill = (eb: OrderBuilder) =>
  eb.and([eb('fulfilment', '=', 'courier'), eb('state', 'in', sentStates), eb('waybill', 'is', null)])

/** Claims and requests of buyers that wait for an answer of the shop. */
export const awaitsAnswer = (eb: OrderBuilder) =>
  eb.and([
    eb('state', 'in', confirmedStates),
    hasRequest(eb),
    eb('after_sale', 'in', [...openClaims, 'cancel-asked']),
    needsOwner(eb),
  ])

/** The ids of the orders of a shop that wait for it as `to_do_id`, which indexes of few orders find. */
function findToDo(db: Query, shopId: string) {
  const select = db.selectFrom('shop_order').where('shop_id', '=', shopId).select('id as to_do_id')
  return (
    select
      .where('state', 'in', ['placed', 'accepted'])
      // the shop has nothing to do yet for an order that waits for its payment
      .where('payment_state', '!=', 'pending')
      .unionAll(select.where(awaitsAnswer))
      .as('to_do')
  )
}

/** A page of a shop's orders, newest first. Orders that wait for the shop are listed oldest first. */
export async function ordersPage(
  db: Query,
  shopId: string,
  query: OrdersQuery,
  now: number,
): Promise<Page<OrderSummary>> {
  const { state } = query
  const oldestFirst = state === 'placed' || state === 'to-do'
  const limit = query.limit ?? PAGE_SIZE
  const after = decodeCursor(query.cursor)
  const found = query.search === undefined ? undefined : findOrders(db, shopId, query.search)
  if (query.search !== undefined && !found) return { items: [] }
  const all = db.selectFrom('shop_order').selectAll('shop_order')
  let select = (
    state === 'to-do'
      ? // SQLite reads the left side of a cross join first
        all.$if(true, () =>
          db
            .selectFrom(findToDo(db, shopId))
            .crossJoin('shop_order')
            .selectAll('shop_order')
            .whereRef('id', '=', 'to_do_id'),
        )
      : all
  ).where('shop_id', '=', shopId)
  if (found) select = select.$if(true, (orders) => orders.innerJoin(found, 'found_id', 'shop_order.id'))
  // few orders are not over, so the index of the newest ones is read
  if (state === 'over') select = select.where('state', 'not in', openStates)
  else if (state && state !== 'to-do') select = select.where('state', 'in', query.states ?? [state])
  // the shop has nothing to do yet for an order that waits for its payment
  if (state === 'placed') select = select.where('payment_state', '!=', 'pending')
  // the service returns what was paid online by itself
  if (query.afterSale === 'open') select = select.where(needsOwner)
  if (query.afterSale && query.afterSale !== 'none') select = select.where(hasRequest)
  if (query.afterSale)
    select = select.where(
      'after_sale',
      'in',
      query.afterSale === 'open' ? [...openClaims] : (query.afterSales ?? [query.afterSale]),
    )
  if (query.fulfilment) select = select.where('fulfilment', '=', query.fulfilment)
  if (query.payment) select = select.where(query.payment === 'due' ? isDue : isPaid)
  if (query.waybill) select = select.where(lacksWaybill)
  if (query.buyer !== undefined) select = select.where(isOfBuyer(shopId, query.buyer))
  if (query.day)
    select = select.where(
      isPlacedWithin({ from: startOfDay(query.day), until: startOfDay(addDays(query.day, 1)) }),
    )
  if (query.month) select = select.where(isPlacedWithin(boundsOf(query.month)))
  if (query.slotDay) select = select.where('slot_day', '=', query.slotDay)
  // the columns of the index that has found the orders, or of the orders
  const [at, id] = found ? foundColumns : (['created_at', 'id'] as const)
  if (after) select = select.where(isAfter(after, oldestFirst ? 'oldest' : 'newest', [at, id]))
  const rows = await select
    .orderBy(sql.ref(at), oldestFirst ? 'asc' : 'desc')
    .orderBy(sql.ref(id), oldestFirst ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute()
  return toPage(
    rows,
    limit,
    ({ created_at: at, id }) => ({ at, id }),
    (row) => toSummary(row, now),
  )
}
