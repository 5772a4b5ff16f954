import type { OrderState } from '@/domain/order/order'
import type { StoredEvent } from '../orders/order-row'

/** Maximum number of repeatable steps of one actor for one order in one state. */
const MAX_REPEATED_STEPS = 20

/**
 * Steps that can follow each other endlessly. Owner's answers are not listed: there is at most one for each request, so a
 * buyer cannot use up the owner's steps.
 */
const REPEATABLE = [
  'ask-refund',
  'ask-return',
  'ask-resend',
  'withdraw',
  'ask-cancel',
  'withdraw-cancel',
  'undo-accept',
  'undo-send',
  'undo-finish',
  'undo-collect',
]

/** True when an actor has used up the repeatable steps of an order in its present state. */
export function isStepLimitReached(
  history: readonly StoredEvent[],
  state: OrderState,
  action: string,
  actor: StoredEvent['by'],
): boolean {
  if (!REPEATABLE.includes(action)) return false
  const taken = history.filter(
    (event) => event.by === actor && event.from === state && REPEATABLE.includes(event.action),
  )
  return taken.length >= MAX_REPEATED_STEPS
}
