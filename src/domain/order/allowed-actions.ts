import type { Static } from '@sinclair/typebox'
import type { StepActionShape } from '@/contract/order/orders'
import { isPaidInPerson, isUnpaid, paymentTransitions } from '../payment/payment'
import { RETURN_BY_HAND } from '../payment/refund'
import { type AfterSaleAction, afterSaleTransitions, isAfterSaleAction, isOpen } from './after-sale'
import {
  confirmedStates,
  EXPIRE,
  type Order,
  type OrderAction,
  orderTransitions,
  unsentStates,
} from './order'
import { type Actor, actionsOf } from './transitions'
import { isUndo, type Undo } from './undo-step'

/** An action of an owner or a buyer: an order action, an after-sale action, `collect` (cash received) or undoing that, or `return-by-hand`. */
export type OrderStepAction = Static<typeof StepActionShape>

/** An order with what its next steps depend on. */
export type Steppable = Pick<
  Order,
  | ('state' | 'payment' | 'afterSale' | 'undoableStep' | 'claimable' | 'unreturned' | 'claimRefundFailed')
  | ('gathering' | 'groupBuy')
>

/** True while a request of the buyer is open: to cancel or change the order, or a claim that is not over. */
export const isRequestOpen = ({ afterSale, changeRequest }: Pick<Order, 'afterSale' | 'changeRequest'>) =>
  afterSale === 'cancel-asked' || isOpen(afterSale) || changeRequest?.state === 'asked'

/** A claim is offered for paid orders that were sent, a cancellation request for others. */
function isAfterSaleOffered(order: Steppable, action: AfterSaleAction, actor: Actor): boolean {
  const { state, method } = order.payment
  if (!confirmedStates.includes(order.state) || state === 'refunded') return false
  if (action === 'ask-refund' || action === 'ask-return' || action === 'ask-resend')
    return state === 'paid' && order.claimable === true
  if (action.endsWith('-cancel')) {
    // silence cancels nothing that is on its way
    if (unsentStates.includes(order.state)) return state !== 'refunding'
    return isUnpaid(state) && actor !== 'system'
  }
  // the payment service settles what was paid online, unless it cannot
  if (action === 'settle') return isPaidInPerson(method) || order.claimRefundFailed === true
  return true
}

const isStep = (action: OrderAction | typeof EXPIRE): action is OrderAction => action !== EXPIRE

/** The actions an actor may take now, the primary one first. The system takes one when nobody has answered in time. */
export function allowedActions(order: Steppable, actor: Exclude<Actor, 'gateway'>): OrderStepAction[] {
  // the group buy moves its entries while it gathers them
  if (order.gathering) return []
  // the system decides requests and claims only
  const steps = actor === 'system' ? [] : actionsOf(orderTransitions, order.state, actor)
  const payment = order.state === 'done' ? actionsOf(paymentTransitions, order.payment.state, actor) : []
  const afterSale = actionsOf(afterSaleTransitions, order.afterSale, actor)
  // nothing but cancelling is possible before an order that is paid in advance is paid
  const isWaiting = order.payment.state === 'pending'
  return [
    ...steps.filter(isStep).filter((action) => !isUndo(action) && (!isWaiting || action === 'cancel')),
    ...payment.filter((action) => action === 'collect'),
    ...afterSale.filter(isAfterSaleAction).filter((action) => isAfterSaleOffered(order, action, actor)),
    ...[...steps, ...payment].filter(
      (action): action is Undo => isUndo(action) && action === `undo-${order.undoableStep}`,
    ),
    ...(actor === 'owner' && order.unreturned ? ([RETURN_BY_HAND] as const) : []),
  ]
}

/** True if a step declines the buyer's request to cancel: sending a paid order answers it, which allows a claim to follow. */
export const declinesCancel = (
  action: string,
  { payment, afterSale }: Pick<Order, 'payment' | 'afterSale'>,
): boolean => action === 'send' && payment.state === 'paid' && afterSale === 'cancel-asked'
