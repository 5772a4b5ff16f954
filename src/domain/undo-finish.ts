import type { AfterSaleState } from './after-sale'
import type { Order } from './order'

/** How long an owner may undo finishing an order, in ms. */
export const UNDO_FINISH_MS = 10 * 60_000

/** States of claims in which goods or money have been promised or returned. */
const ANSWERED: readonly AfterSaleState[] = [
  'offered',
  'returning',
  'sent-back',
  'resending',
  'agreed',
  'settled',
]

/**
 * True if the order was finished within `UNDO_FINISH_MS`, its payment was not collected separately since, and no
 * claim was answered or settled.
 */
export function canUndoFinish(order: Pick<Order, 'state' | 'afterSale' | 'history'>, now: number): boolean {
  if (order.state !== 'done' || ANSWERED.includes(order.afterSale)) return false
  // what was returned by hand cannot become due again
  if (order.history.some(({ action }) => action === 'settle')) return false
  const last = [...order.history].reverse().find(({ action }) => action === 'finish' || action === 'collect')
  return last?.action === 'finish' && now < last.at + UNDO_FINISH_MS
}
