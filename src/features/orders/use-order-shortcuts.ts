import type { Id } from '@/domain/id'
import type { OrderSummary } from '@/domain/order'
import { useShortcuts } from '@/platform/device/use-shortcuts'
import { detailsOf, layoutSteps, needsConfirmation } from './step-layout'
import { useChangedRecently } from './use-changed-recently'
import type { OrderSteps } from './use-order-steps'

interface OrderShortcutsOptions {
  /** Whether the list is visible. */
  isOn: boolean
  /** The orders in the list. */
  orders: readonly OrderSummary[]
  openedId: Id | undefined
  steps: OrderSteps
  open(orderId: Id): void
  onFind(): void
  onSelect(): void
  onRefresh(): void
}

/** The keys of the list of orders: the next and previous order, its next step, looking for orders, selecting, refreshing. */
export function useOrderShortcuts(options: OrderShortcutsOptions): void {
  const { isOn, orders, openedId, steps, open, onFind, onSelect, onRefresh } = options
  const at = orders.findIndex(({ id }) => id === openedId)
  const opened = orders[at]
  const main = opened && layoutSteps(opened, 'owner').main
  // a key pressed twice does not also take the step after
  const hasJustChanged = useChangedRecently(main)
  const openAt = (next: number) => {
    const order = orders[next]
    if (order) open(order.id)
  }
  const takeStep = () => {
    if (!opened || !main || hasJustChanged || needsConfirmation(main)) return
    void steps.perform(opened, main, detailsOf(main, opened))
  }
  useShortcuts(
    {
      j: () => openAt(at + 1),
      k: () => openAt(at - 1),
      a: takeStep,
      '/': onFind,
      x: onSelect,
      r: onRefresh,
    },
    isOn,
  )
}
