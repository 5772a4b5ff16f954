import { View } from '@tarojs/components'
import { useState } from 'react'
import { useLoadRest } from '@/api/use-load-rest'
import { type PagesState, usePages } from '@/api/use-pages'
import type { Id } from '@/domain/id'
import type { OrderSummary } from '@/domain/order/order'
import { findOrdersWords } from '@/locales/order/find-orders'
import { ordersWords } from '@/locales/order/orders'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { aria } from '@/platform/a11y/aria'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { useReloadOnReturn } from '@/platform/lifecycle/use-page-visibility'
import { Button } from '@/ui/button/button'
import { LongList } from '@/ui/long-list/long-list'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Notice } from '@/ui/notice/notice'
import { StaleNotice } from '@/ui/notice/stale-notice'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { MoreButton } from '../more-button'
import { SelectOrders } from '../several/select-orders'
import { useConfirmedStep } from '../steps/use-confirmed-step'
import { type OrderSteps, useOrderSteps } from '../steps/use-order-steps'
import { FilterChips, type FilterCounts } from './filter-chips'
import { FindOrders } from './find-orders'
import { OrderCard } from './order-card'
import { type OrderFilter, readOrders } from './order-filter'
import { EMPTY_FINDER, isFinding, type OrderFinder } from './order-finder'
import { OrderSheetCard } from './order-sheet-card'
import { OrderTools } from './order-tools'
import { OrdersListDetail } from './orders-list-detail'
import { useAppendNewOrders } from './use-append-new-orders'
import { cardId, useOpenedOrder } from './use-opened-order'
import { useOrderFinder } from './use-order-finder'
import { useOrderShortcuts } from './use-order-shortcuts'
import './orders-panel.scss'

/** Estimated height of an order's card, in px. */
const CARD_HEIGHT = 240

interface OrdersPanelProps {
  shopId: Id
  /** True if buyers choose the day of an order. */
  hasSlots?: boolean
  filter: OrderFilter
  onFilter(filter: OrderFilter): void
  /** The initial search, when a link leads here. */
  initialFinder?: OrderFinder | undefined
  /** Grows each time that a to-do opens the list, which ends the search. */
  opened?: number
  /** The order that a link or a to-do opened, shown beside the list in a wide window. */
  orderId?: Id | undefined
  counts: FilterCounts
  /** True while the panel is visible; it reloads each time this becomes true. */
  active: boolean
  /** The number of the shop's newest order; it grows with new orders. */
  arrived: number | undefined
  /** Called when an order has changed and counts shown elsewhere are out of date. */
  onOrderChanged(): void
}

/** Loads the orders of a filter and keeps them current while the panel is visible. */
function useOrderList(
  { shopId, filter, active, arrived, onOrderChanged }: OrdersPanelProps,
  { finder, isSelecting }: { finder: OrderFinder; isSelecting: boolean },
) {
  const pages = usePages<OrderSummary>(`orders ${shopId} ${filter} ${JSON.stringify(finder)}`, (cursor) =>
    readOrders(shopId, filter, finder, cursor),
  )
  // selected orders stay in the list, also when they are in another state and after they were printed
  useReloadOnReturn(active && !isSelecting, pages.reload)
  useAppendNewOrders(shopId, active && filter === 'placed' && !isFinding(finder) ? arrived : undefined, pages)
  /** Grows with changes made in the list, which the order beside it follows. */
  const [version, setVersion] = useState(0)
  const show = (changed: readonly OrderSummary[]) => {
    pages.change((orders) => orders.map((order) => changed.find(({ id }) => id === order.id) ?? order))
    onOrderChanged()
  }
  const replace = (changed: readonly OrderSummary[]) => {
    show(changed)
    setVersion((known) => known + 1)
  }
  const steps = useOrderSteps(shopId, sellerOrdersWords.question, (changed) => replace([changed]))
  const refresh = () => {
    void pages.reload()
    onOrderChanged()
  }
  return { pages, steps, version, show, replace, refresh }
}

/** The seller's list of the shop's orders, by filter; in a wide window with one order beside it. */
export function OrdersPanel(props: OrdersPanelProps) {
  const { shopId, hasSlots = false, filter, onFilter, counts } = props
  const { initialFinder = EMPTY_FINDER, opened = 0, orderId } = props
  const { finder, field, openByKey } = useOrderFinder({ initial: initialFinder, opened, filter, onFilter })
  const [selectingSince, setSelectingSince] = useState<number>()
  // a to-do shows its orders, rather than those that were being selected
  const selecting = selectingSince === opened
  const setSelecting = (isOn: boolean) => setSelectingSince(isOn ? opened : undefined)
  const { pages, steps, version, show, replace, refresh } = useOrderList(props, {
    finder,
    isSelecting: selecting,
  })
  const { items } = pages
  const { openedId, open } = useOpenedOrder(shopId, { orderId, opened })
  const { take, sheet } = useConfirmedStep(steps, 'owner')
  const isLoadingRest = useLoadRest(pages, selecting)
  useOrderShortcuts({
    isOn: props.active,
    orders: items ?? [],
    ...{ openedId, open },
    onStep: take,
    onFind: openByKey,
    onSelect: () => setSelecting(!selecting),
    onRefresh: refresh,
    onEnd: () => {
      if (pages.hasMore && !pages.loadingMore) void pages.more()
    },
  })
  const now = serverNow()
  return (
    <OrdersListDetail
      shopId={shopId}
      openedId={openedId}
      version={version}
      onOrder={(order) => show([order])}
    >
      <View className="orders-panel">
        <FilterChips value={filter} counts={counts} onChange={onFilter} />
        <FindOrders key={opened} hasSlots={hasSlots} {...field} />
        <ListStatus pages={pages} filter={filter} isFinding={isFinding(finder)} />
        {!selecting && items && items.length > 0 && (
          <OrderTools pages={pages} filter={filter} onSelect={() => setSelecting(true)} />
        )}
        {selecting && items && (
          <SelectOrders
            shopId={shopId}
            orders={items}
            isLoadingRest={isLoadingRest}
            now={now}
            onAnswered={replace}
            onEnd={() => setSelecting(false)}
          />
        )}
        {!selecting && items && items.length > 0 && (
          <OrderCards
            key={`${filter} ${JSON.stringify(finder)}`}
            {...{ orders: items, hasMore: pages.hasMore, steps, now, openedId, open }}
          />
        )}
        <MoreButton
          pages={pages}
          words={filter === 'placed' ? sellerOrdersWords.moreLater : ordersWords.more}
        />
        {items && items.length > 0 && finder.search === '' && (
          <OrderSheetCard shopId={shopId} filter={filter} finder={finder} />
        )}
        {items && (
          <Button
            kind="line"
            icon="refresh"
            busy={pages.loading && sellerOrdersWords.refreshing}
            onPress={refresh}
          >
            {sellerOrdersWords.refresh}
          </Button>
        )}
        {sheet}
      </View>
    </OrdersListDetail>
  )
}

interface OrderCardsProps {
  orders: readonly OrderSummary[]
  hasMore: boolean
  steps: OrderSteps
  now: number
  openedId: Id | undefined
  open(id: Id): void
}

/** The cards of the orders, of which those near the screen are rendered. */
function OrderCards({ orders, hasMore, steps, now, openedId, open }: OrderCardsProps) {
  return (
    <LongList items={orders} className="orders-panel__block" estimatedHeight={CARD_HEIGHT} open={hasMore}>
      {(order, { at, of }) => (
        <View key={order.id} {...aria({ id: cardId(order.id), role: 'listitem', posinset: at, setsize: of })}>
          <OrderCard
            order={order}
            steps={steps}
            now={now}
            isOpened={order.id === openedId}
            onOpen={() => open(order.id)}
          />
        </View>
      )}
    </LongList>
  )
}

interface ListStatusProps {
  pages: PagesState<OrderSummary>
  filter: OrderFilter
  isFinding: boolean
}

/** Says that the list is loading, out of date, failed or empty. */
function ListStatus({ pages, filter, isFinding: isSearch }: ListStatusProps) {
  const { items, failure, reload } = pages
  if (!items)
    return failure ? <FailureNotice failure={failure} onRetry={() => void reload()} /> : <Skeleton />
  return (
    <>
      {failure && <StaleNotice>{ordersWords.stale}</StaleNotice>}
      {items.length === 0 && (
        <Notice
          icon="order"
          title={isSearch ? findOrdersWords.empty : sellerOrdersWords.emptyTitles[filter]}
          text={isSearch ? findOrdersWords.emptyText : sellerOrdersWords.emptyText}
        />
      )}
    </>
  )
}
