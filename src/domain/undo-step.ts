import { isAboutCancelling } from './after-sale'
import type { Order } from './order'

/** The time in which an owner may undo finishing an order or collecting its payment, in ms. */
export const UNDO_STEP_MS = 10 * 60_000

/**
 * The last step of a finished order if the owner may undo it: `finish`, or `collect` when its payment was collected separately.
 * `undefined` after `UNDO_STEP_MS`, and once a claim was made that the buyer has not withdrawn: the owner answers it instead.
 */
export function findUndoableStep(
  order: Pick<Order, 'state' | 'afterSale' | 'history'>,
  now: number,
): Order['undoableStep'] {
  if (order.state !== 'done') return undefined
  if (order.afterSale !== 'none' && !isAboutCancelling(order.afterSale)) return undefined
  // what was returned by hand cannot become due again
  if (order.history.some(({ action }) => action === 'settle')) return undefined
  const last = [...order.history]
    .reverse()
    .find(({ action }) => action === 'finish' || action === 'collect' || action === 'undo-collect')
  if (!last || now >= last.at + UNDO_STEP_MS) return undefined
  if (last.action === 'collect') return 'collect'
  return last.action === 'finish' ? 'finish' : undefined
}
