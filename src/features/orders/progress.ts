import type { Order } from '@/domain/order'

/** A station of an order: when it was reached, if it was. */
export interface Station {
  key: 'placed' | 'underway' | 'done' | 'cancelled'
  reached: boolean
  at?: number
}

const when = (order: Order, action: string): { at?: number } => {
  const event = order.history.find((one) => one.action === action)
  return event ? { at: event.at } : {}
}

/** The stations of an order in their order; a cancelled one ends where it was cancelled. */
export function progressOf(order: Order): Station[] {
  const { state } = order
  const placed: Station = { key: 'placed', reached: true, at: order.createdAt }
  const sent = when(order, 'send')
  const underway: Station = { key: 'underway', reached: state === 'underway' || state === 'done', ...sent }
  if (state === 'cancelled')
    return [
      placed,
      ...(sent.at === undefined ? [] : [{ ...underway, reached: true }]),
      { key: 'cancelled', reached: true, ...when(order, 'cancel') },
    ]
  return [placed, underway, { key: 'done', reached: state === 'done', ...when(order, 'finish') }]
}

/** Whether anything may still happen to an order by itself, so that its page is worth watching. */
export const isMoving = (order: Pick<Order, 'state' | 'afterSale'>): boolean =>
  order.state === 'placed' ||
  order.state === 'underway' ||
  order.afterSale === 'asked' ||
  order.afterSale === 'agreed'
