import { type AfterSaleAction, afterSaleSteps, isOpen } from './after-sale'
import { type Order, type OrderAction, orderSteps } from './order'
import { isPaidInPerson, paymentSteps } from './payment'
import { type Actor, actionsOf, nextState } from './steps'

/** What a person may do to an order: an order step, an after-sale step, or having the cash in hand. */
export type OrderStepAction = OrderAction | AfterSaleAction | 'collect'

type States = Pick<Order, 'state' | 'payment' | 'afterSale'>

const REFUNDABLE = ['underway', 'done']

/** A refund can be asked once the goods are on their way, and for money that was or will be paid. */
const refundable = (order: States) => REFUNDABLE.includes(order.state) && order.payment.state !== 'refunded'

/** The actions an owner or a buyer may take now, the main one first. */
export function stepsFor(order: States, actor: 'owner' | 'buyer'): OrderStepAction[] {
  const collect = order.state === 'done' ? actionsOf(paymentSteps, order.payment.state, actor) : []
  const afterSale = refundable(order) ? actionsOf(afterSaleSteps, order.afterSale, actor) : []
  return [
    ...actionsOf(orderSteps, order.state, actor),
    ...collect.filter((action): action is 'collect' => action === 'collect'),
    ...afterSale,
  ]
}

/**
 * The states after a step, or `null` when this actor may not take it now. Finishing an order paid in person by its
 * owner collects the money; cancelling one that nobody paid voids it, and ends a refund that was asked for; settling a
 * refund in person gives the cash back.
 */
export function takeStep(order: States, action: string, actor: 'owner' | 'buyer'): States | null {
  if (!stepsFor(order, actor).some((step) => step === action)) return null
  const state = nextState(orderSteps, order.state, action, actor) ?? order.state
  const payment = { ...order.payment, state: paymentAfter(order, action, actor) }
  const asked = nextState(afterSaleSteps, order.afterSale, action, actor) ?? order.afterSale
  // nobody paid, so there is nothing to give back
  const over = action === 'cancel' && payment.state === 'void' && isOpen(asked)
  return { state, afterSale: over ? 'none' : asked, payment }
}

function paymentAfter(order: States, action: string, actor: Actor) {
  const now = order.payment.state
  if (action === 'cancel') return nextState(paymentSteps, now, 'void', 'system') ?? now
  if (!isPaidInPerson(order.payment.method)) return now
  if (action === 'finish' || action === 'collect')
    return nextState(paymentSteps, now, 'collect', actor) ?? now
  if (action === 'settle')
    return now === 'due' ? 'void' : (nextState(paymentSteps, now, 'give-back', actor) ?? now)
  return now
}
