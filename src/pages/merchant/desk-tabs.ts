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
  refunds: 'orders',
  underway: 'orders',
  goods: 'goods',
  settings: 'shop',
}

export const filterOfPlace = { waiting: 'placed', refunds: 'refund', underway: 'underway' } as const
