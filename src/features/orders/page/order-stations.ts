import { isOpen } from '@/domain/order/after-sale'
import { EXPIRE, type Order } from '@/domain/order/order'
import { standingSteps } from '@/domain/order/undo-step'

/** A station of an order's progress; `at` is the time it was reached. */
export interface Station {
  key: 'placed' | 'accepted' | 'underway' | 'done' | 'cancelled'
  reached: boolean
  at?: number
}

const stations = [
  { key: 'accepted', action: 'accept' },
  { key: 'underway', action: 'send' },
  { key: 'done', action: 'finish' },
] as const

/** The time of the first of these actions. */
const timeOf = (events: Order['history'], ...actions: string[]): { at?: number } => {
  const event = events.find((one) => actions.includes(one.action))
  return event ? { at: event.at } : {}
}

/** Returns the stations of an order; those of a cancelled order end with `cancelled`. */
export function orderStations(order: Order): Station[] {
  const { state, history } = order
  const steps = standingSteps(history)
  const placed: Station = { key: 'placed', reached: true, at: order.createdAt }
  if (state === 'cancelled') {
    const passed = stations.map(({ key, action }) => ({ key, reached: true, ...timeOf(steps, action) }))
    return [
      placed,
      ...passed.filter(({ at }) => at !== undefined),
      { key: 'cancelled', reached: true, ...timeOf(history, 'cancel', 'agree-cancel', EXPIRE) },
    ]
  }
  const current = stations.findIndex(({ key }) => key === state)
  return [
    placed,
    ...stations.map(({ key, action }, i): Station => {
      const reached = i <= current
      return { key, reached, ...(reached ? timeOf(steps, action) : {}) }
    }),
  ]
}

/** True if the order can still change without the viewer's action, which makes polling useful. */
export const canStillChange = (
  order: Pick<Order, 'state' | 'payment' | 'afterSale' | 'undoableStep'>,
): boolean =>
  order.payment.state === 'refunding' ||
  order.state === 'placed' ||
  order.state === 'accepted' ||
  order.state === 'underway' ||
  order.undoableStep !== undefined ||
  isOpen(order.afterSale) ||
  order.afterSale === 'cancel-asked'
