import type { OrderFilter } from '@/features/orders/list/order-filter'
import type { ToDoTarget } from '@/features/today/use-handle'
import type { IconName } from '@/ui/icon/icon'

export const dashboardTabs = ['today', 'orders', 'goods', 'shop'] as const
export type DashboardTab = (typeof dashboardTabs)[number]

export const tabIcons: Record<DashboardTab, IconName> = {
  today: 'home',
  orders: 'order',
  goods: 'goods',
  shop: 'settings',
}

/** The tab that a URL parameter names, by default `today`. */
export const parseTab = (text: string | undefined): DashboardTab =>
  dashboardTabs.find((tab) => tab === text) ?? 'today'

/** The URL parameter of a tab; `null` for the default tab. */
export const tabParam = (tab: DashboardTab): string | null => (tab === 'today' ? null : tab)

/** The tab that handles each to-do target. */
export const tabByTarget: Record<ToDoTarget, DashboardTab> = {
  waiting: 'orders',
  expired: 'orders',
  refunds: 'orders',
  'cancel-requests': 'orders',
  accepted: 'orders',
  underway: 'orders',
  'low-stock': 'goods',
  'no-products': 'goods',
}

/** The order filter of the to-do targets that are about orders. */
export const filterByTarget: Partial<Record<ToDoTarget, OrderFilter>> = {
  waiting: 'placed',
  expired: 'cancelled',
  refunds: 'refund',
  'cancel-requests': 'cancel-request',
  accepted: 'accepted',
  underway: 'underway',
}
