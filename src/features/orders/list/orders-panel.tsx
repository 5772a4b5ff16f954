import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { useLoadRest } from '@/api/use-load-rest'
import { type PagesState, usePages } from '@/api/use-pages'
import type { Day } from '@/domain/day'
import type { Id } from '@/domain/id'
import type { OrderSummary } from '@/domain/order/order'
import { findOrdersWords } from '@/locales/order/find-orders'
import { ordersWords } from '@/locales/order/orders'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { useReloadOnReturn } from '@/platform/lifecycle/use-page-visibility'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Notice } from '@/ui/notice/notice'
import { StaleNotice } from '@/ui/notice/stale-notice'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { MoreButton } from '../more-button'
import { SelectionFoot } from '../several/selection-foot'
import { SelectionPicks } from '../several/selection-picks'
import { useSelection } from '../several/use-selection'
import { useConfirmedStep } from '../steps/use-confirmed-step'
import { useOrderSteps } from '../steps/use-order-steps'
import { MoreSheet } from './more-sheet'
import { type FilterCounts, isOldestFirst, type OrderFilter, readOrders } from './order-filter'
import { EMPTY_FINDER, isFinding, type OrderFinder } from './order-finder'
import { arrangeOrders, type Grouping } from './order-groups'
import { OrderRows } from './order-rows'
import { OrdersHead, OrdersTools } from './orders-head'
import { OrdersListDetail } from './orders-list-detail'
import { useAppendNewOrders } from './use-append-new-orders'
import { useOpenedOrder } from './use-opened-order'
import { useOrderFinder } from './use-order-finder'
import { useOrderShortcuts } from './use-order-shortcuts'
import './orders-panel.scss'

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
  /** True while orders are selected: then the list has a foot of its own. */
  isSelecting: boolean
  onSelecting(isSelecting: boolean): void
}

/** Loads the orders of a filter and keeps them current while the panel is visible. */
function useOrderList(
  { shopId, filter, active, arrived, isSelecting, onOrderChanged }: OrdersPanelProps,
  finder: OrderFinder,
) {
  const pages = usePages<OrderSummary>(`orders ${shopId} ${filter} ${JSON.stringify(finder)}`, (cursor) =>
    readOrders(shopId, filter, finder, cursor),
  )
  // selected orders stay in the list, also when they are in another state and after they were printed
  useReloadOnReturn(active && !isSelecting, pages.reload)
  const hasNewAtEnd = active && isOldestFirst(filter) && !isFinding(finder)
  useAppendNewOrders(shopId, filter, hasNewAtEnd ? arrived : undefined, pages)
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
  const { initialFinder = EMPTY_FINDER, opened = 0, orderId, isSelecting, onSelecting } = props
  const { finder, change, ...field } = useOrderFinder({ initial: initialFinder, opened, filter, onFilter })
  const [grouping, setGrouping] = useState<Grouping>('none')
  const [isMoreOpen, setIsMoreOpen] = useState(false)
  const list = useOrderList(props, finder)
  const { pages, steps, version, show, replace, refresh } = list
  const { items } = pages
  const groups = arrangeOrders(items ?? [], grouping)
  const orders = groups.flatMap((group) => group.orders)
  const selection = useSelection(orders)
  const setSelecting = (isOn: boolean) => {
    onSelecting(isOn)
    selection.clear()
  }
  const { openedId, open } = useOpenedOrder(shopId, { orderId, opened })
  const { take, sheet } = useConfirmedStep(steps, 'owner')
  const isLoadingRest = useLoadRest(pages, isSelecting || grouping !== 'none')
  const slotDays = useSlotDays(`${filter} ${opened}`, orders, finder)
  useOrderShortcuts({
    ...{ isOn: props.active, orders, openedId, open },
    onStep: take,
    onFind: field.openField,
    onSelect: () => setSelecting(!isSelecting),
    onRefresh: refresh,
    onEnd: () => {
      if (pages.hasMore && !pages.loadingMore) void pages.more()
    },
  })
  const conditions = {
    ...{ filter, counts, onFilter, finder, change, hasSlots, slotDays, grouping },
    onGroup: setGrouping,
  }
  return (
    <OrdersListDetail
      shopId={shopId}
      openedId={openedId}
      version={version}
      onOrder={(order) => show([order])}
    >
      <View className="orders-panel">
        <OrdersHead key={opened} {...conditions} {...field}>
          {isSelecting ? (
            <SelectionPicks {...{ orders, selection, isLoadingRest }} onEnd={() => setSelecting(false)} />
          ) : (
            <OrdersTools
              {...conditions}
              onSelect={() => setSelecting(true)}
              onMore={() => setIsMoreOpen(true)}
            />
          )}
        </OrdersHead>
        <ListStatus pages={pages} filter={filter} isFinding={isFinding(finder)} />
        {orders.length > 0 && (
          <OrderRows
            key={`${filter} ${grouping} ${JSON.stringify(finder)}`}
            {...{ groups, hasMore: pages.hasMore, steps, openedId, open, now: serverNow() }}
            selection={isSelecting ? selection : undefined}
          />
        )}
        <MoreButton
          pages={pages}
          words={isOldestFirst(filter) ? sellerOrdersWords.moreLater : ordersWords.more}
        />
        {isSelecting && <SelectionFoot {...{ shopId, selection, isLoadingRest }} onAnswered={replace} />}
        {isMoreOpen && (
          <MoreSheet
            {...{ shopId, pages, filter, finder }}
            onRefresh={refresh}
            onClose={() => setIsMoreOpen(false)}
          />
        )}
        {sheet}
      </View>
    </OrdersListDetail>
  )
}

/** The days for which orders of the list are, also while only those of one day are shown. */
function useSlotDays(
  list: string,
  orders: readonly OrderSummary[],
  { slotDay }: OrderFinder,
): readonly Day[] {
  const known = useRef({ list, days: [] as Day[] })
  if (slotDay === 'all' || known.current.list !== list)
    known.current = { list, days: [...new Set(orders.flatMap(({ slot }) => slot?.day ?? []))].sort() }
  return known.current.days
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
