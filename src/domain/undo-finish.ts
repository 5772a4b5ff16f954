import type { Order } from './order'

/** How long an owner may undo finishing an order. */
export const UNDO_FINISH_MS = 10 * 60_000

/**
 * True when an order was finished within the last ten minutes and its money was not collected in a step of its own
 * since. A refund that was agreed to is past undoing.
 */
export function canUndoFinish(order: Pick<Order, 'state' | 'afterSale' | 'history'>, now: number): boolean {
  if (order.state !== 'done' || order.afterSale === 'agreed' || order.afterSale === 'settled') return false
  const last = [...order.history].reverse().find(({ action }) => action === 'finish' || action === 'collect')
  return last?.action === 'finish' && now < last.at + UNDO_FINISH_MS
}
