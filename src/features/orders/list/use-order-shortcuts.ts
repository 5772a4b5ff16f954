import type { Id } from '@/domain/id'
import type { OrderSummary } from '@/domain/order/order'
import { isUndo } from '@/domain/order/undo-step'
import { useShortcuts } from '@/platform/device/typing/use-shortcuts'
import { layoutSteps, type PageStep } from '../steps/step-layout'
import { useChangedRecently } from '../steps/use-changed-recently'

interface OrderShortcutsOptions {
  /** True while the list is visible. */
  isOn: boolean
  /** The orders in the list. */
  orders: readonly OrderSummary[]
  openedId: Id | undefined
  open(orderId: Id): void
  /** Takes the next step of an order. */
  onStep(order: OrderSummary, action: PageStep): void
  onFind(): void
  onSelect(): void
  onRefresh(): void
  /** The last orders of the list were reached. */
  onEnd(): void
}

/** The last orders, in which the next page is read. */
const LAST = 2

/** The keys of the list of orders: the next and previous order, its next step, looking for orders, selecting, refreshing. */
export function useOrderShortcuts(options: OrderShortcutsOptions): void {
  const { isOn, orders, openedId, open, onStep, onFind, onSelect, onRefresh, onEnd } = options
  const at = orders.findIndex(({ id }) => id === openedId)
  const opened = orders[at]
  const main = opened && layoutSteps(opened, 'owner').main
  // a key pressed twice does not also take the step after
  const hasJustChanged = useChangedRecently(main)
  const openAt = (next: number) => {
    const order = orders[next]
    if (order) open(order.id)
    if (next >= orders.length - LAST) onEnd()
  }
  const stepOpenOrder = () => {
    // taking a step back is no next step
    if (opened && main && !isUndo(main) && !hasJustChanged) onStep(opened, main)
  }
  useShortcuts(
    {
      j: () => openAt(at + 1),
      k: () => openAt(at - 1),
      a: stepOpenOrder,
      '/': onFind,
      x: onSelect,
      r: onRefresh,
    },
    isOn,
  )
}
