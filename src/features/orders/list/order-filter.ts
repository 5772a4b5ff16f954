import { call } from '@/api/call'
import type { Result } from '@/api/result'
import type { RouteQuery, RouteReply } from '@/contract/routes'
import type { Id } from '@/domain/id'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { finderQuery, type OrderFinder } from './order-finder'

type Page = RouteReply<'GET /api/shops/:shopId/orders'>

/** Filters of a shop's orders; those that wait for the owner come first. */
export const orderFilters = [
  'placed',
  'accepted',
  'underway',
  'cancel-request',
  'refund',
  'done',
  'cancelled',
  'all',
] as const
export type OrderFilter = (typeof orderFilters)[number]

/** True if the goods of orders of this filter may still have to be packed. */
export const hasGoodsToPack = (filter: OrderFilter): boolean => filter === 'placed' || filter === 'accepted'

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

/** Reads a page of a filter's orders that the finder matches, newest first; `placed` begins with the oldest. */
export const readOrders = (
  shopId: Id,
  filter: OrderFilter,
  finder: OrderFinder,
  cursor?: string,
): Promise<Result<Page>> =>
  ordersOf(shopId, { ...filterQuery(filter), ...finderQuery(finder, serverNow()) }, cursor)
