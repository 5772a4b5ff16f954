import { View } from '@tarojs/components'
import Taro, { useShareAppMessage } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import type { CallState } from '@/api/use-call'
import type { ManagedShop } from '@/domain/shop/shop'
import type { FilterCounts } from '@/features/orders/list/order-filter'
import { OrdersPanel } from '@/features/orders/list/orders-panel'
import { ProductsPanel } from '@/features/products/list/products-panel'
import { LowStockSheet } from '@/features/settings/low-stock-sheet'
import { SettingsPanel } from '@/features/settings/settings-panel'
import type { Today } from '@/features/today/to-do'
import { TodayPanel } from '@/features/today/today-panel'
import { type OnNews, useLiveToday } from '@/features/today/use-live-today'
import { merchantDashboardWords } from '@/locales/shop/merchant-dashboard'
import { usePageVisibility, usePullDown, useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { assetUrl } from '@/platform/media/assets'
import { useTitleBadge } from '@/platform/navigation/page-frame'
import { setQueryParam } from '@/platform/navigation/url'
import { urlOf } from '@/routes'
import { useFlash } from '@/ui/flash/flash'
import { Page } from '@/ui/page/page'
import type { DashboardLink } from './dashboard-link'
import { type DashboardTab, dashboardTabs, tabIcons, tabParam } from './dashboard-tabs'
import { ShopKey } from './shop-key'
import { useDashboardNav } from './use-dashboard-nav'
import { useTargets } from './use-targets'
import './merchant-dashboard.scss'

/** Scrolls to the top of the page, without animation. */
const scrollToTop = () => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined)

interface MerchantDashboardProps {
  shop: ManagedShop
  today: CallState<'GET /api/shops/:shopId/today'>
  onShop(shop: ManagedShop): void
  link: DashboardLink
  reload(): Promise<void>
}

/** The open tab, which is also in the page's address, and the tabs opened so far. */
function useTabs(first: DashboardTab, onOpen: (tab: DashboardTab) => void) {
  const [tab, setTab] = useState(first)
  const [visited, setVisited] = useState<readonly DashboardTab[]>([first])
  function open(next: DashboardTab) {
    setVisited((known) => (known.includes(next) ? known : [...known, next]))
    setTab(next)
    setQueryParam('tab', tabParam(next))
    scrollToTop()
    onOpen(next)
  }
  return { tab, visited, open }
}

/** The orders that wait for the owner, and the claims. */
const pressing = (today?: Today): number => (today ? today.waiting + today.openRefunds : 0)

/**
 * Today's figures, which also update the title's badge and announce new orders and claims. `reload` is for what the owner does: it
 * begins another turn.
 */
function useTodayFigures({ shop, today }: MerchantDashboardProps, onNews: OnNews) {
  const [turn, setTurn] = useState(0)
  const beginTurn = () => setTurn((count) => count + 1)
  const isVisible = usePageVisibility()
  useLiveToday(shop.id, today, onNews)
  useTitleBadge(shop.name, pressing(today.data), isVisible)
  async function reload() {
    beginTurn()
    await today.reload()
    beginTurn()
  }
  return { ...today, turn, reload }
}

/** The merchant dashboard, a page of four tabs. A visited tab stays mounted, so it keeps its state and typed text. */
export function MerchantDashboard(props: MerchantDashboardProps) {
  const { shop, onShop, link, reload } = props
  const { flash, say } = useFlash()
  const today = useTodayFigures(props, (...news) => say(merchantDashboardWords.news(...news)))
  const recount = () => void today.reload()
  const { tab, visited, open } = useTabs(link.tab, (next) => next === 'today' && recount())
  const { orders, goods, openTarget, openOrder, setFilter, setSelecting } = useTargets(shop.id, link, open)
  const { isSelecting = false } = orders
  useShareAppMessage(() => ({
    title: shop.name,
    path: urlOf('shop', { slug: shop.slug }),
    imageUrl: assetUrl(`/s/${shop.slug}/share.jpg`),
  }))
  useReturnToPage(() => {
    recount()
    void reload()
  })

  usePullDown(true, () => Promise.all([today.reload(), reload()]))

  const saveShop = (saved: ManagedShop) => {
    onShop(saved)
    recount()
  }
  const panels: Record<DashboardTab, ReactNode> = {
    today: <TodayPanel shop={shop} read={today} onOpen={openTarget} onOrder={openOrder} onReal={onShop} />,
    orders: (
      <OrdersPanel
        shopId={shop.id}
        hasSlots={shop.deliverySlots !== undefined}
        filter={orders.filter}
        onFilter={setFilter}
        initialFinder={link.finder}
        opened={orders.opened}
        orderId={orders.orderId}
        counts={countsOf(today.data)}
        active={tab === 'orders'}
        arrived={today.data?.arrived}
        onOrderChanged={recount}
        isSelecting={isSelecting}
        onSelecting={setSelecting}
      />
    ),
    goods: (
      <ProductsPanel
        shop={shop}
        active={tab === 'goods'}
        opening={goods}
        onChanged={recount}
        isBeside
        lowStockSheet={(onClose) => <LowStockSheet shop={shop} onSaved={saveShop} onClose={onClose} />}
      />
    ),
    shop: (
      <SettingsPanel
        shop={shop}
        onSaved={onShop}
        keyPanel={<ShopKey shop={shop} />}
        isUnreachable={today.data?.unreachable}
        isBeside
      />
    ),
  }
  const nav = useDashboardNav({ tabs: tabItems(today.data), active: tab, onOpen: open })
  return (
    <Page title={shop.name} side={nav.side} foot={!(isSelecting && tab === 'orders') && nav.bottom}>
      {visited.map((key) => (
        <View
          key={key}
          className={`merchant-dashboard__tab ${key === tab ? '' : 'merchant-dashboard__tab--off'}`}
        >
          {panels[key]}
        </View>
      ))}
      {nav.sheet}
      {flash}
    </Page>
  )
}

const tabItems = (today?: Today) =>
  dashboardTabs.map((key) => ({
    key,
    icon: tabIcons[key],
    words: merchantDashboardWords.tabs[key],
    ...(key === 'orders' ? { count: pressing(today) } : {}),
  }))

const countsOf = (today?: Today): FilterCounts =>
  today
    ? {
        'to-do': today.toDo,
        placed: today.waiting,
        accepted: today.accepted,
        underway: today.underway,
        'cancel-request': today.cancelRequests,
        refund: today.openRefunds,
      }
    : {}
