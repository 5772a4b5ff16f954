import { call } from '@/api/call'
import type { Result } from '@/api/result'
import type { RouteReply } from '@/contract/routes'
import { type AfterSaleState, openRefunds } from '@/domain/after-sale'
import type { Id } from '@/domain/id'
import type { OrderState } from '@/domain/order'

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

type OrderQuery = { state?: OrderState; afterSale?: AfterSaleState }

function ordersOf(shopId: Id, filter: OrderQuery, cursor?: string) {
  const query = { ...filter, ...(cursor === undefined ? {} : { cursor }) }
  return call('GET /api/shops/:shopId/orders', { params: { shopId }, query })
}

/** Reads all orders with an open refund at once, as there are few: first those to answer, then those to pay back. */
async function refundsOf(shopId: Id): Promise<Result<Page>> {
  const items: Page['items'] = []
  for (const afterSale of openRefunds) {
    let cursor: string | undefined
    do {
      const page = await ordersOf(shopId, { afterSale }, cursor)
      if (!page.ok) return page
      items.push(...page.data.items)
      cursor = page.data.next
    } while (cursor !== undefined)
  }
  return { ok: true, data: { items } }
}

/** Reads a page of a filter's orders, newest first; `placed` begins with the oldest. */
export function readOrders(shopId: Id, filter: OrderFilter, cursor?: string): Promise<Result<Page>> {
  if (filter === 'refund') return refundsOf(shopId)
  if (filter === 'cancel-request') return ordersOf(shopId, { afterSale: 'cancel-asked' }, cursor)
  return ordersOf(shopId, filter === 'all' ? {} : { state: filter }, cursor)
}
