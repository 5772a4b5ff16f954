import { call } from '@/api/call'
import type { Result } from '@/api/result'
import type { RouteQuery, RouteReply } from '@/contract/routes'
import type { Id } from '@/domain/id'

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

type OrderQuery = RouteQuery<'GET /api/shops/:shopId/orders'>

function ordersOf(shopId: Id, filter: OrderQuery, cursor?: string) {
  const query = { ...filter, ...(cursor === undefined ? {} : { cursor }) }
  return call('GET /api/shops/:shopId/orders', { params: { shopId }, query })
}

/** Reads a page of a filter's orders, newest first; `placed` begins with the oldest. */
export function readOrders(shopId: Id, filter: OrderFilter, cursor?: string): Promise<Result<Page>> {
  if (filter === 'refund') return ordersOf(shopId, { afterSale: 'open' }, cursor)
  if (filter === 'cancel-request') return ordersOf(shopId, { afterSale: 'cancel-asked' }, cursor)
  return ordersOf(shopId, filter === 'all' ? {} : { state: filter }, cursor)
}
