import type { Static } from '@sinclair/typebox'
import type { StepActionShape } from '@/contract/orders'
import {
  type AfterSaleAction,
  type AfterSaleState,
  afterSaleTransitions,
  type CancelRequestState,
  isAboutCancelling,
  isOpen,
} from './after-sale'
import type { Collection } from './collection'
import { type Order, orderTransitions } from './order'
import { isPaidInPerson, isUnpaid, paymentTransitions } from './payment'
import { RETURN_BY_HAND } from './refund'
import { type Actor, actionsOf, nextState } from './transitions'
import { isUndo, type Undo } from './undo-step'

/** An action of an owner or a buyer: an order action, an after-sale action, `collect` (cash received) or undoing that, or `return-by-hand`. */
export type OrderStepAction = Static<typeof StepActionShape>

type States = Pick<
  Order,
  'state' | 'payment' | 'afterSale' | 'undoableStep' | 'claimable' | 'unreturned' | 'claimRefundFailed'
>

/** True while a request of the buyer is open: to cancel or change the order, or a claim that is not over. */
export const isRequestOpen = ({
  afterSale,
  changeRequest,
}: Pick<Order, 'afterSale' | 'changeRequest'>): boolean =>
  afterSale === 'cancel-asked' || isOpen(afterSale) || changeRequest?.state === 'asked'

/** The states in which a buyer has to ask for cancellation. */
const CANCEL_BY_REQUEST: readonly Order['state'][] = ['accepted', 'underway', 'done']

/** A claim is offered for paid orders that were sent, a cancellation request for others. */
function isAfterSaleOffered(order: States, action: AfterSaleAction, actor: Actor): boolean {
  const { state, method } = order.payment
  if (!CANCEL_BY_REQUEST.includes(order.state) || state === 'refunded') return false
  if (action === 'ask-refund' || action === 'ask-return' || action === 'ask-resend')
    return state === 'paid' && order.claimable === true
  if (action.endsWith('-cancel')) {
    // silence cancels nothing that is on its way
    if (order.state === 'accepted') return state !== 'refunding'
    return isUnpaid(state) && actor !== 'system'
  }
  // the payment service settles what was paid online, unless it cannot
  if (action === 'settle') return isPaidInPerson(method) || order.claimRefundFailed === true
  return true
}

/** The actions an actor may take now, the primary one first. The system takes one when nobody has answered in time. */
export function allowedActions(order: States, actor: Exclude<Actor, 'gateway'>): OrderStepAction[] {
  const steps = actionsOf(orderTransitions, order.state, actor)
  const payment = order.state === 'done' ? actionsOf(paymentTransitions, order.payment.state, actor) : []
  const afterSale = actionsOf(afterSaleTransitions, order.afterSale, actor)
  // nothing but cancelling is possible before an order that is paid in advance is paid
  const isWaiting = order.payment.state === 'pending'
  return [
    ...steps.filter((action) => !isUndo(action) && (!isWaiting || action === 'cancel')),
    ...payment.filter((action) => action === 'collect'),
    ...afterSale.filter((action) => isAfterSaleOffered(order, action, actor)),
    ...[...steps, ...payment].filter(
      (action): action is Undo => isUndo(action) && action === `undo-${order.undoableStep}`,
    ),
    ...(actor === 'owner' && order.unreturned ? ([RETURN_BY_HAND] as const) : []),
  ]
}

/** The facts that the states after a step depend on, besides the states before it. */
interface StepFacts {
  /** The money that the owner receives in person by this step, if not the total in cash. */
  collected?: Collection | undefined
  /** True when an agreed or settled refund returns all that is left; a part leaves the payment paid. */
  returnsAll?: boolean
  /** The cancellation request that the step had answered or ended which this one undoes. */
  ended?: CancelRequestState | undefined
}

/**
 * Returns the states after an action, or `null` if the actor may not take it now. When the owner finishes an order
 * paid in person, or collects it later, its payment becomes paid; undoing that makes it due again. Undoing a step restores the cancellation
 * request that it had answered or ended. Cancelling voids an unpaid payment and closes open requests; a payment made online is refunded when its order is cancelled or
 * the owner agrees to a refund; settling a refund in person marks the payment refunded.
 */
export function transition(
  order: States,
  action: string,
  actor: Exclude<Actor, 'gateway'>,
  { collected, returnsAll = true, ended }: StepFacts = {},
): Pick<States, 'state' | 'payment' | 'afterSale'> | null {
  if (!allowedActions(order, actor).some((step) => step === action)) return null
  const cancels = action === 'cancel' || action === 'agree-cancel'
  const state = cancels
    ? 'cancelled'
    : (nextState(orderTransitions, order.state, action, actor) ?? order.state)
  const payment = withCollection(
    { ...order.payment, state: paymentAfter(order, { action, actor, cancels, returnsAll }) },
    collected,
  )
  const afterSale = afterSaleAfter(order, action, actor, payment.state)
  return { state, afterSale: (isUndo(action) && ended) || afterSale, payment }
}

/** A payment with what was received; one that is not paid has none. */
function withCollection(payment: Order['payment'], collected: Collection | undefined): Order['payment'] {
  const { collected: known, ...rest } = payment
  const received = collected ?? known
  return received === undefined || isUnpaid(payment.state) ? rest : { ...rest, collected: received }
}

/** The payment state after its order was given up: unpaid is void, paid is refunded. */
const returned = (now: Order['payment']['state']) =>
  nextState(paymentTransitions, now, 'void', 'system') ??
  nextState(paymentTransitions, now, 'refund', 'system') ??
  now

/** True if a step declines the buyer's request to cancel: sending a paid order answers it, which allows a claim to follow. */
export const declinesCancel = (
  action: string,
  { payment, afterSale }: Pick<Order, 'payment' | 'afterSale'>,
): boolean => action === 'send' && payment.state === 'paid' && afterSale === 'cancel-asked'

interface Step {
  action: string
  actor: Actor
  cancels: boolean
  returnsAll: boolean
}

function paymentAfter(order: States, { action, actor, cancels, returnsAll }: Step) {
  const now = order.payment.state
  const agrees = nextState(afterSaleTransitions, order.afterSale, action, actor) === 'agreed'
  if (cancels || (agrees && returnsAll && !isPaidInPerson(order.payment.method))) return returned(now)
  // what the service could not return in full, the owner has returned in person
  if (now === 'refunding' && (action === 'settle' || (action === RETURN_BY_HAND && returnsAll)))
    return nextState(paymentTransitions, now, 'give-back', actor) ?? now
  if (!isPaidInPerson(order.payment.method)) return now
  if (action === 'finish' || action === 'collect')
    return nextState(paymentTransitions, now, 'collect', actor) ?? now
  if (action === 'undo-finish' || action === 'undo-collect')
    return nextState(paymentTransitions, now, 'undo-collect', actor) ?? now
  if (action === 'settle' && returnsAll) return nextState(paymentTransitions, now, 'give-back', actor) ?? now
  return now
}

function afterSaleAfter(
  order: States,
  action: string,
  actor: Actor,
  payment: States['payment']['state'],
): AfterSaleState {
  const next = nextState(afterSaleTransitions, order.afterSale, action, actor) ?? order.afterSale
  if ((action === 'finish' || action === 'collect') && isAboutCancelling(next)) return 'none'
  if (payment === 'refunding' && isOpen(next)) return 'agreed'
  if (declinesCancel(action, order)) return 'cancel-declined'
  if (action === RETURN_BY_HAND && payment === 'refunded' && next === 'agreed') return 'settled'
  // an order without a payment has nothing to refund
  if (payment === 'refunding' && isAboutCancelling(next)) return 'none'
  return payment === 'void' && (isOpen(next) || isAboutCancelling(next)) ? 'none' : next
}
