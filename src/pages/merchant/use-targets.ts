import { useState } from 'react'
import type { Id } from '@/domain/id'
import type { OrderFilter } from '@/features/orders/list/order-filter'
import type { ToDoTarget } from '@/features/today/use-handle'
import { useWideWindow } from '@/platform/device/use-wide-window'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import type { DashboardLink } from './dashboard-link'
import { type DashboardTab, filterByTarget, tabByTarget } from './dashboard-tabs'

interface ShownOrders {
  filter: OrderFilter
  /** Counts the to-dos that opened the list; each ends the search there. */
  opened: number
  /** The order that the last one opened beside the list. */
  orderId?: Id | undefined
  /** True while orders are selected, until a to-do opens others. */
  isSelecting?: boolean
}

/** The orders and goods that are shown, which begin with those of a link. */
export function useTargets(
  shopId: Id,
  { filter, orderId, isLow }: Pick<DashboardLink, 'filter' | 'orderId' | 'isLow'>,
  openTab: (tab: DashboardTab) => void,
) {
  const isWide = useWideWindow()
  const [orders, setOrders] = useState<ShownOrders>({ filter, opened: 0, orderId })
  const [goods, setGoods] = useState({ isLow, opened: 0 })
  function openTarget(target: ToDoTarget) {
    const tab = tabByTarget[target]
    const targetFilter = filterByTarget[target]
    if (targetFilter) setOrders({ filter: targetFilter, opened: orders.opened + 1 })
    if (tab === 'goods') setGoods({ isLow: target === 'low-stock', opened: goods.opened + 1 })
    openTab(tab)
  }
  /** Opens an order: beside the list in a wide window, else on its own page. */
  function openOrder(id: Id) {
    if (!isWide) return go(urlOf('merchantOrder', { shop: shopId, order: id }))
    setOrders({ filter: 'all', opened: orders.opened + 1, orderId: id })
    openTab('orders')
  }
  const setFilter = (next: OrderFilter) => setOrders((known) => ({ ...known, filter: next }))
  const setSelecting = (isSelecting: boolean) => setOrders((known) => ({ ...known, isSelecting }))
  return { orders, goods, openTarget, openOrder, setFilter, setSelecting }
}
