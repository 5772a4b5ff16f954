import type { Order } from './order'

/** How long an owner may undo finishing an order, in ms. */
export const UNDO_FINISH_MS = 10 * 60_000

/**
 * True if the order was finished within `UNDO_FINISH_MS`, its payment was not collected separately since, and no
 * refund was agreed to.
 */
export function canUndoFinish(order: Pick<Order, 'state' | 'afterSale' | 'history'>, now: number): boolean {
  if (order.state !== 'done' || order.afterSale === 'agreed' || order.afterSale === 'settled') return false
  const last = [...order.history].reverse().find(({ action }) => action === 'finish' || action === 'collect')
  return last?.action === 'finish' && now < last.at + UNDO_FINISH_MS
}
