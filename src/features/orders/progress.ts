import { isOpen } from '@/domain/after-sale'
import type { Order } from '@/domain/order'
import { EXPIRE } from '@/domain/order-expiry'

/** A station of an order: when it was reached, if it was. */
export interface Station {
  key: 'placed' | 'accepted' | 'underway' | 'done' | 'cancelled'
  reached: boolean
  at?: number
}

const way = [
  { key: 'accepted', action: 'accept' },
  { key: 'underway', action: 'send' },
  { key: 'done', action: 'finish' },
] as const

/** The last time an action was taken: an earlier one was undone. */
const when = (order: Order, ...actions: string[]): { at?: number } => {
  const event = [...order.history].reverse().find((one) => actions.includes(one.action))
  return event ? { at: event.at } : {}
}

/** The stations of an order in their order; a cancelled one ends where it was cancelled. */
export function progressOf(order: Order): Station[] {
  const { state } = order
  const placed: Station = { key: 'placed', reached: true, at: order.createdAt }
  if (state === 'cancelled') {
    const passed = way.map(({ key, action }) => ({ key, reached: true, ...when(order, action) }))
    return [
      placed,
      ...passed.filter(({ at }) => at !== undefined),
      { key: 'cancelled', reached: true, ...when(order, 'cancel', 'agree-cancel', EXPIRE) },
    ]
  }
  const at = way.findIndex(({ key }) => key === state)
  return [
    placed,
    ...way.map(({ key, action }, i): Station => {
      const reached = i <= at
      return { key, reached, ...(reached ? when(order, action) : {}) }
    }),
  ]
}

/** Whether anything may still happen to an order by itself, so that its page is worth watching. */
export const isMoving = (order: Pick<Order, 'state' | 'afterSale' | 'undoable'>): boolean =>
  order.state === 'placed' ||
  order.state === 'accepted' ||
  order.state === 'underway' ||
  order.undoable === true ||
  isOpen(order.afterSale) ||
  order.afterSale === 'cancel-asked'
