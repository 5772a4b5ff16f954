import type { Id } from '@/domain/id'
import { type OrderFilter, orderFilters } from '@/features/orders/list/order-filter'
import { finderOfLink, type OrderFinder } from '@/features/orders/list/order-finder'
import { type DashboardTab, parseTab } from './dashboard-tabs'

/** The tab, the orders and the goods with which the dashboard begins. */
export interface DashboardLink {
  tab: DashboardTab
  filter: OrderFilter
  /** The search among the orders. */
  finder: OrderFinder | undefined
  /** The order beside the list, in a wide window. */
  orderId: Id | undefined
  /** True if only goods that are nearly sold out are listed. */
  isLow: boolean
}

/** Reads the parameters of an address: `tab` with its `filter`, `buyer` or `due` for unpaid orders, and `order`. */
export function readLink(params: Record<string, string | undefined>): DashboardLink {
  const { tab, filter, buyer = '', due = '', order: orderId } = params
  const finder = finderOfLink({ buyer, due })
  return {
    tab: parseTab(tab),
    filter: orderFilters.find((one) => one === filter) ?? (finder || orderId ? 'all' : 'to-do'),
    ...{ finder, orderId },
    isLow: filter === 'low-stock',
  }
}
