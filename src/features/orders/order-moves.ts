import type { Order } from '@/domain/order'
import { allowedActions, type OrderStepAction } from '@/domain/order-transitions'
import type { Side } from './order-view'

/** Steps that stand apart from the main button: they end something, or are a reproach. */
const apart: readonly OrderStepAction[] = [
  'cancel',
  'decline',
  'ask-refund',
  'withdraw',
  'ask-cancel',
  'withdraw-cancel',
  'agree-cancel',
  'decline-cancel',
]

/** Steps that cannot be taken back and are not what comes next anyway, so they ask once. */
const asking: readonly OrderStepAction[] = [
  'cancel',
  'agree',
  'decline',
  'ask-refund',
  'settle',
  'ask-cancel',
  'agree-cancel',
  'decline-cancel',
]

type States = Pick<Order, 'state' | 'payment' | 'afterSale' | 'undoable'>

/** What to do next: one step, and those that stand apart from it. */
interface Moves {
  main?: OrderStepAction
  apart: OrderStepAction[]
}

/** The steps of a side as the tables have them, the first that goes forward as the main one. */
export function movesFor(order: States, side: Side): Moves {
  const steps = allowedActions(order, side)
  const main = steps.find((step) => !apart.includes(step))
  return {
    ...(main === undefined ? {} : { main }),
    // what ends the order stands last
    apart: [
      ...steps.filter((step) => step !== main && step !== 'cancel'),
      ...steps.filter((step) => step === 'cancel'),
    ],
  }
}

/**
 * The half in which the main button of a step lies: never the one where the button of the step before it lay, and the
 * left one for steps that ask first, as their sheet confirms in the right one.
 */
export const sideOf = (action: OrderStepAction): 'left' | 'right' =>
  action === 'accept' || action === 'finish' ? 'right' : 'left'

export const asksFirst = (action: OrderStepAction): boolean => asking.includes(action)
