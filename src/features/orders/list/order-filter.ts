import { call } from '@/api/call'
import type { Result } from '@/api/result'
import type { RouteQuery, RouteReply } from '@/contract/routes'
import type { Id } from '@/domain/id'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { finderQuery, type OrderFinder } from './order-finder'

type Page = RouteReply<'GET /api/shops/:shopId/orders'>

/** The stages of orders: those that wait for the seller, those on their way, and the others. */
export const orderStages = ['to-do', 'underway', 'over'] as const
export type OrderStage = (typeof orderStages)[number]

/** The filters of one state or request each. */
export const exactFilters = [
  'placed',
  'accepted',
  'underway',
  'cancel-request',
  'refund',
  'done',
  'cancelled',
  'all',
] as const

/** Filters of a shop's orders. */
export const orderFilters = ['to-do', 'over', ...exactFilters] as const
export type OrderFilter = (typeof orderFilters)[number]

/** The number of orders of each filter, where it is known. */
export type FilterCounts = Partial<Record<OrderFilter, number | undefined>>

const stages: Partial<Record<OrderFilter, OrderStage>> = {
  ...{ placed: 'to-do', accepted: 'to-do', 'cancel-request': 'to-do', refund: 'to-do' },
  ...{ done: 'over', cancelled: 'over', 'to-do': 'to-do', underway: 'underway', over: 'over' },
}

/** The stage of a filter's orders; `undefined` for all orders. */
export const stageOf = (filter: OrderFilter): OrderStage | undefined => stages[filter]

/** True for filters whose oldest orders come first. */
export const isOldestFirst = (filter: OrderFilter): boolean => filter === 'placed' || filter === 'to-do'

/** True if the goods of orders of this filter may still have to be packed. */
export const hasGoodsToPack = (filter: OrderFilter): boolean => isOldestFirst(filter) || filter === 'accepted'

type OrderQuery = RouteQuery<'GET /api/shops/:shopId/orders'>

function ordersOf(shopId: Id, filter: OrderQuery, cursor?: string) {
  const query = { ...filter, ...(cursor === undefined ? {} : { cursor }) }
  return call('GET /api/shops/:shopId/orders', { params: { shopId }, query })
}

const filterQuery = (filter: OrderFilter): OrderQuery => {
  if (filter === 'refund') return { afterSale: 'open' }
  if (filter === 'cancel-request') return { afterSale: 'cancel-asked' }
  return filter === 'all' ? {} : { state: filter }
}

/** Reads a page of a filter's orders that the finder matches, newest first; those that wait begin with the oldest. */
export const readOrders = (
  shopId: Id,
  filter: OrderFilter,
  finder: OrderFinder,
  cursor?: string,
): Promise<Result<Page>> =>
  ordersOf(shopId, { ...filterQuery(filter), ...finderQuery(finder, serverNow()) }, cursor)
