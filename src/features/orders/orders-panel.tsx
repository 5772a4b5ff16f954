import { View } from '@tarojs/components'
import { useState } from 'react'
import { usePages } from '@/api/use-pages'
import type { Id } from '@/domain/id'
import type { OrderSummary } from '@/domain/order'
import { orderLimitsWords } from '@/locales/zh-CN/order-limits'
import { ordersWords } from '@/locales/zh-CN/orders'
import { useReloadOnReturn } from '@/platform/lifecycle/use-page-visibility'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Failed } from '@/ui/notice/failed'
import { Notice } from '@/ui/notice/notice'
import { Stale } from '@/ui/notice/stale'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { FilterChips, type FilterCounts } from './filter-chips'
import { MoreButton } from './more-button'
import { OrderCard } from './order-card'
import { type OrderFilter, readOrders } from './order-filter'
import { SelectOrders } from './select-orders'
import { useNewOrders } from './use-new-orders'
import { useOrderSteps } from './use-order-steps'
import './orders-panel.scss'

interface OrdersPanelProps {
  shopId: Id
  filter: OrderFilter
  onFilter(filter: OrderFilter): void
  counts: FilterCounts
  /** Before people's eyes; read anew each time that becomes true. */
  active: boolean
  /** The number of the shop's newest order: a greater one means that orders came. */
  lastOrder: number | undefined
  /** An order moved: what is counted elsewhere is no longer so. */
  onMoved(): void
}

/** A shop's orders, those that wait for their seller first. */
export function OrdersPanel(props: OrdersPanelProps) {
  const { shopId, filter, onFilter, counts, active, lastOrder, onMoved } = props
  const pages = usePages<OrderSummary>(`orders ${shopId} ${filter}`, (cursor) =>
    readOrders(shopId, filter, cursor),
  )
  const { items, failure, loading, reload } = pages
  useReloadOnReturn(active, reload)
  useNewOrders(shopId, active && filter === 'placed' ? lastOrder : undefined, pages)
  const steps = useOrderSteps(shopId, (moved) => {
    pages.change((orders) => orders.map((order) => (order.id === moved.id ? moved : order)))
    onMoved()
  })
  const now = Date.now()
  const waiting = filter === 'placed' ? items?.filter(({ state }) => state === 'placed') : undefined
  const [selecting, setSelecting] = useState(false)
  const cards = selecting && waiting ? [] : items
  return (
    <View className="orders-panel">
      <FilterChips value={filter} counts={counts} onChange={onFilter} />
      {items && failure && <Stale>{ordersWords.stale}</Stale>}
      {!items && failure && <Failed failure={failure} onRetry={() => void reload()} />}
      {!items && !failure && <Skeleton />}
      {items?.length === 0 && (
        <Notice icon="order" title={ordersWords.emptyTitles[filter]} text={ordersWords.emptyText} />
      )}
      {!selecting && waiting && waiting.length > 1 && (
        <Button kind="line" size="small" onPress={() => setSelecting(true)}>
          {orderLimitsWords.select.start}
        </Button>
      )}
      {selecting && waiting && (
        <SelectOrders
          shopId={shopId}
          orders={waiting}
          now={now}
          onAnswered={(answered) => {
            pages.change((orders) =>
              orders.map((order) => answered.find(({ id }) => id === order.id) ?? order),
            )
            onMoved()
          }}
          onEnd={() => setSelecting(false)}
        />
      )}
      {cards?.map((order) => (
        <OrderCard
          key={order.id}
          order={order}
          steps={steps}
          now={now}
          onOpen={() => go(urlOf('merchantOrder', { shop: shopId, order: order.id }))}
        />
      ))}
      <MoreButton pages={pages} words={filter === 'placed' ? ordersWords.moreLater : ordersWords.more} />
      {items && (
        <Button
          kind="line"
          icon="refresh"
          busy={loading && ordersWords.refreshing}
          onPress={() => {
            void reload()
            onMoved()
          }}
        >
          {ordersWords.refresh}
        </Button>
      )}
    </View>
  )
}
