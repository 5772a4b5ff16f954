import { useState } from 'react'
import type { OrderFilter } from '@/features/orders/order-filter'
import type { ToDoTarget } from '@/features/today/today-panel'
import { type DashboardTab, filterByTarget, tabByTarget } from './dashboard-tabs'

/** The orders and goods that are shown. `opened` counts the to-dos that opened them; each ends the search there. */
export function useTargets(firstFilter: OrderFilter, openTab: (tab: DashboardTab) => void) {
  const [orders, setOrders] = useState({ filter: firstFilter, opened: 0 })
  const [goods, setGoods] = useState({ isLow: false, opened: 0 })
  function openTarget(target: ToDoTarget) {
    const tab = tabByTarget[target]
    const filter = filterByTarget[target]
    if (filter) setOrders({ filter, opened: orders.opened + 1 })
    if (tab === 'goods') setGoods({ isLow: target === 'low-stock', opened: goods.opened + 1 })
    openTab(tab)
  }
  const setFilter = (filter: OrderFilter) => setOrders((known) => ({ ...known, filter }))
  return { orders, goods, openTarget, setFilter }
}
