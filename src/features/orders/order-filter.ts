import { call } from '@/api/call'
import type { Result } from '@/api/result'
import type { RouteReply } from '@/contract/routes'
import { type AfterSaleState, openRefunds } from '@/domain/after-sale'
import type { Id } from '@/domain/id'
import type { OrderState } from '@/domain/order'

type Page = RouteReply<'GET /api/shops/:shopId/orders'>

/** What of a shop's orders is shown; those that wait for the owner come first. */
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

type Which = { state?: OrderState; afterSale?: AfterSaleState }

function ordersOf(shopId: Id, which: Which, cursor?: string) {
  const query = { ...which, ...(cursor === undefined ? {} : { cursor }) }
  return call('GET /api/shops/:shopId/orders', { params: { shopId }, query })
}

/** Every order whose refund is still open: first those to answer, then those to pay back. There are few. */
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

/** A page of the orders of a filter, newest first; those that wait to be accepted begin with the one that waits longest. */
export function readOrders(shopId: Id, filter: OrderFilter, cursor?: string): Promise<Result<Page>> {
  if (filter === 'refund') return refundsOf(shopId)
  if (filter === 'cancel-request') return ordersOf(shopId, { afterSale: 'cancel-asked' }, cursor)
  return ordersOf(shopId, filter === 'all' ? {} : { state: filter }, cursor)
}
