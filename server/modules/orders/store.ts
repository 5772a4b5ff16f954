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
import { findOrders, foundColumns, isInLongTexts, readSearch, type SearchedOrders } from './order-search'

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
      // the shop has nothing to do yet for an order that waits for its payment, or for others of its group buy
      .where('payment_state', '!=', 'pending')
      .where('gathering', '=', 0)
      .unionAll(select.where(awaitsAnswer))
      .as('to_do')
  )
}

/** The values of a list of orders. */
interface ListValues extends SearchedOrders {
  shopId: string
  limit: number
  buyer?: string | undefined
  /** The time in which they were placed (epoch ms). */
  from?: number | undefined
  until?: number | undefined
  slotDay?: string | undefined
  /** The last order of the page before. */
  at?: number | undefined
  id?: string | undefined
}

/** The conditions of a list of which there are few: each makes a query of its own. */
type ListVariant = { inLongTexts: boolean } & {
  [Name in 'state' | 'states' | 'afterSale' | 'afterSales' | 'fulfilment' | 'payment' | 'waybill']?:
    | OrdersQuery[Name]
    | undefined
}

/** Orders that wait for the shop are listed oldest first. */
const isOldestFirst = ({ state }: ListVariant) => state === 'placed' || state === 'to-do'

const listOrders = prepareQuery((db, values: ListValues, variant: ListVariant) => {
  const { shopId, pattern, number, buyer, from, until, slotDay, at, id, limit } = values
  const { state, afterSale, inLongTexts } = variant
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
  const isSearch = pattern !== undefined || number !== undefined
  if (isSearch)
    select = select.$if(true, (orders) =>
      orders.innerJoin(findOrders(db, shopId, { pattern, number, inLongTexts }), 'found_id', 'shop_order.id'),
    )
  // few orders are not over, so the index of the newest ones is read
  if (state === 'over') select = select.where('state', 'not in', openStates)
  else if (state && state !== 'to-do') select = select.where('state', 'in', variant.states ?? [state])
  // the shop has nothing to do yet for an order that waits for its payment, or for others of its group buy
  if (state === 'placed') select = select.where('payment_state', '!=', 'pending').where('gathering', '=', 0)
  // the service returns what was paid online by itself
  if (afterSale === 'open') select = select.where(needsOwner)
  if (afterSale && afterSale !== 'none') select = select.where(hasRequest)
  if (afterSale)
    select = select.where(
      'after_sale',
      'in',
      afterSale === 'open' ? [...openClaims] : (variant.afterSales ?? [afterSale]),
    )
  if (variant.fulfilment) select = select.where('fulfilment', '=', variant.fulfilment)
  if (variant.payment) select = select.where(variant.payment === 'due' ? isDue : isPaid)
  if (variant.waybill) select = select.where(lacksWaybill)
  if (buyer !== undefined) select = select.where(isOfBuyer(shopId, buyer))
  if (from !== undefined) select = select.where('created_at', '>=', from)
  if (until !== undefined) select = select.where('created_at', '<', until)
  if (slotDay !== undefined) select = select.where('slot_day', '=', slotDay)
  // the columns of the index that has found the orders, or of the orders
  const columns = isSearch ? foundColumns : (['created_at', 'id'] as const)
  const isOldest = isOldestFirst(variant)
  if (at !== undefined && id !== undefined)
    select = select.where(isAfter({ at, id }, isOldest ? 'oldest' : 'newest', columns))
  const direction = isOldest ? 'asc' : 'desc'
  return select.orderBy(sql.ref(columns[0]), direction).orderBy(sql.ref(columns[1]), direction).limit(limit)
})

/** The time in which the orders of a list were placed: a day, a month, or what is in both. */
function boundsOfQuery({ day, month }: OrdersQuery): { from?: number; until?: number } {
  const spans = [
    ...(day === undefined ? [] : [{ from: startOfDay(day), until: startOfDay(addDays(day, 1)) }]),
    ...(month === undefined ? [] : [boundsOf(month)]),
  ]
  if (spans.length === 0) return {}
  return {
    from: Math.max(...spans.map(({ from }) => from)),
    until: Math.min(...spans.map(({ until }) => until)),
  }
}

/** A page of a shop's orders, newest first. Orders that wait for the shop are listed oldest first. */
export async function ordersPage(
  db: Query,
  shopId: string,
  query: OrdersQuery,
  now: number,
): Promise<Page<OrderSummary>> {
  const { search, cursor, buyer, slotDay, limit = PAGE_SIZE } = query
  const searched = search === undefined ? {} : readSearch(search)
  if (!searched) return { items: [] }
  const { state, states, afterSale, afterSales, fulfilment, payment, waybill } = query
  const inLongTexts = await isInLongTexts(db, shopId, searched)
  const rows = await listOrders(
    db,
    {
      ...{ shopId, limit: limit + 1, buyer, slotDay },
      ...searched,
      ...boundsOfQuery(query),
      ...decodeCursor(cursor),
    },
    { state, states, afterSale, afterSales, fulfilment, payment, waybill, inLongTexts },
  )
  return toPage(
    rows,
    limit,
    ({ created_at: at, id }) => ({ at, id }),
    (row) => toSummary(row, now),
  )
}
