import { isAboutCancelling } from './after-sale'
import { type Order, type OrderEvent, unsentStates } from './order'
import { isChangeRequested } from './order-details'

/** The time in which an owner may undo a step, in ms. */
export const UNDO_STEP_MS = 10 * 60_000

export const undoableSteps = ['accept', 'send', 'finish', 'collect'] as const
export type UndoableStep = (typeof undoableSteps)[number]

export type Undo = `undo-${UndoableStep}`

export const isUndo = (action: string): action is Undo =>
  undoableSteps.some((step) => action === `undo-${step}`)

export const isUndoable = (action: string): action is UndoableStep =>
  undoableSteps.some((step) => step === action)

/** The steps of an order's history that can be undone and were not, the last one at the end. */
export function standingSteps<T extends Pick<OrderEvent, 'action'>>(history: readonly T[]): T[] {
  const steps: T[] = []
  for (const event of history)
    if (isUndo(event.action)) steps.pop()
    else if (isUndoable(event.action)) steps.push(event)
  return steps
}

/**
 * The last step of an order if its owner may undo it. `undefined` after `UNDO_STEP_MS`, and once a claim was made that the buyer has not
 * withdrawn or a buyer's request waits that only an accepted order can have: the owner answers these instead.
 */
export function findUndoableStep(
  order: Pick<Order, 'state' | 'afterSale' | 'changeRequest' | 'history'>,
  now: number,
): UndoableStep | undefined {
  const { state, afterSale, history } = order
  if (state === 'placed' || state === 'cancelled') return undefined
  if (afterSale !== 'none' && (unsentStates.includes(state) || !isAboutCancelling(afterSale)))
    return undefined
  if (unsentStates.includes(state) && isChangeRequested(order)) return undefined
  // what was returned by hand cannot become due again
  if (history.some(({ action }) => action === 'settle')) return undefined
  const last = standingSteps(history).at(-1)
  if (!last || now >= last.at + UNDO_STEP_MS) return undefined
  return isUndoable(last.action) ? last.action : undefined
}
