import { type AfterSaleState, isOpen } from './after-sale'
import type { Order } from './order'

/** The time in which an owner may undo finishing an order or collecting its payment, in ms. */
export const UNDO_STEP_MS = 10 * 60_000

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
 * The last step of a finished order if the owner may undo it: `finish`, or `collect` when its payment was collected separately.
 * `undefined` after `UNDO_STEP_MS`, once a claim was answered or settled, and for `collect` while a claim waits for its answer.
 */
export function findUndoableStep(
  order: Pick<Order, 'state' | 'afterSale' | 'history'>,
  now: number,
): Order['undoableStep'] {
  if (order.state !== 'done' || ANSWERED.includes(order.afterSale)) return undefined
  // what was returned by hand cannot become due again
  if (order.history.some(({ action }) => action === 'settle')) return undefined
  const last = [...order.history]
    .reverse()
    .find(({ action }) => action === 'finish' || action === 'collect' || action === 'undo-collect')
  if (!last || now >= last.at + UNDO_STEP_MS) return undefined
  // undoing it would drop the claim, which the owner answers instead
  if (last.action === 'collect') return isOpen(order.afterSale) ? undefined : 'collect'
  return last.action === 'finish' ? 'finish' : undefined
}
