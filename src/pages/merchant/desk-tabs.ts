import type { OrderFilter } from '@/features/orders/order-filter'
import type { TodayPlace } from '@/features/today/today-panel'
import type { IconName } from '@/ui/icon/icon'

export const deskTabs = ['today', 'orders', 'goods', 'shop'] as const
export type DeskTab = (typeof deskTabs)[number]

export const tabIcons: Record<DeskTab, IconName> = {
  today: 'home',
  orders: 'order',
  goods: 'goods',
  shop: 'settings',
}

/** The tab in an address; today unless it names another. */
export const tabOf = (text: string | undefined): DeskTab => deskTabs.find((tab) => tab === text) ?? 'today'

/** How an address names a tab; the one it opens with needs no name. */
export const addressOf = (tab: DeskTab): string | null => (tab === 'today' ? null : tab)

/** Where things to do are done. */
export const tabOfPlace: Record<TodayPlace, DeskTab> = {
  waiting: 'orders',
  expired: 'orders',
  refunds: 'orders',
  'cancel-requests': 'orders',
  accepted: 'orders',
  underway: 'orders',
  goods: 'goods',
  settings: 'shop',
}

/** Which orders are shown where a thing to do is about orders. */
export const filterOfPlace: Partial<Record<TodayPlace, OrderFilter>> = {
  waiting: 'placed',
  expired: 'cancelled',
  refunds: 'refund',
  'cancel-requests': 'cancel-request',
  accepted: 'accepted',
  underway: 'underway',
}
