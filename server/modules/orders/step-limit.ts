import type { OrderState } from '@/domain/order'
import type { KeptEvent } from './store'

/** How often an actor may take repeatable steps of one order in one state. */
const MAX_REPEATED_STEPS = 20

/**
 * Steps that can follow each other without end. An owner's answers are not among them: there is at most one for each
 * request, so a buyer cannot use up what the owner needs.
 */
const REPEATABLE = ['ask-refund', 'withdraw', 'ask-cancel', 'withdraw-cancel', 'undo-finish']

/** True when an actor has used up the repeatable steps of an order in its present state. */
export function isExhausted(
  history: readonly KeptEvent[],
  state: OrderState,
  action: string,
  actor: KeptEvent['by'],
): boolean {
  if (!REPEATABLE.includes(action)) return false
  const taken = history.filter(
    (event) => event.by === actor && event.from === state && REPEATABLE.includes(event.action),
  )
  return taken.length >= MAX_REPEATED_STEPS
}
