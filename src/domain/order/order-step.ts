import type { Collection } from '../payment/collection'
import {
  CHANGE_METHOD,
  isPaidInPerson,
  isUnpaid,
  type PaymentAction,
  type PaymentMethod,
  type PaymentState,
  paymentTransitions,
} from '../payment/payment'
import {
  CLAIM_REFUND_FAILED,
  CLAIM_REFUND_RESUMED,
  REFUND_ALL,
  REFUND_FAILED,
  REFUND_PART,
  REFUND_RESUMED,
  RETURN_BY_HAND,
  RETURNED_TWICE,
  SETTLE_REFUND,
} from '../payment/refund'
import {
  type AfterSaleAction,
  type AfterSaleEffect,
  type AfterSaleState,
  afterSaleTransitions,
  type CancelRequestState,
  isAboutCancelling,
  isAfterSaleAction,
  isOpen,
  isUndecided,
} from './after-sale'
import { allowedActions, declinesCancel, type Steppable } from './allowed-actions'
import { REMIND } from './claim'
import { EXPIRE, GATHER, type Order, type OrderAction, orderTransitions } from './order'
import { waitsForShop } from './order-expiry'
import { NAME_PARCEL } from './parcel'
import { type Actor, nextState, type Transition } from './transitions'
import { isUndo } from './undo-step'

export type OrderStates = Pick<Order, 'state' | 'payment' | 'afterSale'>

/** The facts that the states after a step depend on, besides the states before it. */
export interface StepFacts {
  /** The money that the owner receives in person by this step, if not the total in cash. */
  collected?: Collection | undefined
  /** True when an agreed or settled refund returns all that is left; a part leaves the payment paid. */
  returnsAll?: boolean
  /** The cancellation request that the step had answered or ended which this one undoes. */
  ended?: CancelRequestState | undefined
  /** The payment method that the buyer chooses instead. */
  method?: PaymentMethod
}

interface Step extends StepFacts {
  action: string
  actor: Actor
}

/** A step without a button: who may take it, and when. Most only enter the history and leave the states as they are. */
interface OtherStep {
  action: string
  by: readonly Actor[]
  when?: (order: Steppable) => boolean
}

const isGathering = ({ gathering, state }: Steppable): boolean => gathering === true && state === 'placed'

export const otherSteps: readonly OtherStep[] = [
  { action: EXPIRE, by: ['system'], when: (order) => !order.gathering && waitsForShop(order) },
  // an order that was not paid in time
  {
    action: 'cancel',
    by: ['system'],
    when: ({ state, payment }) => state === 'placed' && payment.state === 'pending',
  },
  // an entry of a group buy: it closes, or the entry leaves or is replaced, or the group buy is called off
  { action: GATHER, by: ['system'], when: isGathering },
  { action: 'cancel', by: ['buyer', 'owner', 'system'], when: isGathering },
  { action: 'accept', by: ['system'], when: (order) => order.groupBuy !== undefined && waitsForShop(order) },
  { action: 'confirm', by: ['gateway'], when: ({ payment }) => payment.state === 'pending' },
  { action: CHANGE_METHOD, by: ['buyer'], when: ({ payment }) => payment.state === 'pending' },
  {
    action: SETTLE_REFUND,
    by: ['gateway'],
    when: ({ payment, afterSale }) =>
      payment.state === 'refunding' || (payment.state === 'paid' && afterSale === 'agreed'),
  },
  {
    action: REFUND_ALL,
    by: ['owner'],
    when: ({ payment }) => payment.state === 'paid' && !isPaidInPerson(payment.method),
  },
  { action: REFUND_PART, by: ['owner'], when: ({ payment }) => payment.state === 'paid' },
  { action: REFUND_FAILED, by: ['gateway'] },
  { action: CLAIM_REFUND_FAILED, by: ['gateway'] },
  { action: REFUND_RESUMED, by: ['owner', 'gateway'] },
  { action: CLAIM_REFUND_RESUMED, by: ['owner', 'gateway'] },
  { action: RETURNED_TWICE, by: ['gateway'] },
  { action: NAME_PARCEL, by: ['owner'] },
  { action: REMIND, by: ['system'] },
]

export const otherActions: readonly string[] = [...new Set(otherSteps.map(({ action }) => action))]

function mayTake(order: Steppable, action: string, actor: Actor): boolean {
  if (actor !== 'gateway' && allowedActions(order, actor).some((step) => step === action)) return true
  return otherSteps.some(
    (step) => step.action === action && step.by.includes(actor) && (step.when?.(order) ?? true),
  )
}

/**
 * Returns the states after an action, or `null` if the actor may not take it now. Each of the three states moves by a row of its table or
 * stays. When the owner finishes an order paid in person, or collects it later, its payment becomes paid; undoing that makes it due again.
 * Undoing a step restores the cancellation request that it had answered or ended. Cancelling voids an unpaid payment and closes open
 * requests; a payment made online is refunded when its order is cancelled or the owner agrees to a refund; settling a refund in person
 * marks the payment refunded.
 */
export function transition(
  order: Steppable,
  action: string,
  actor: Actor,
  facts: StepFacts = {},
): OrderStates | null {
  if (!mayTake(order, action, actor)) return null
  const step = { ...facts, action, actor }
  const paymentState = move(paymentTransitions, order.payment.state, paymentMove(order, step))
  return {
    state: move(orderTransitions, order.state, orderMove(step)),
    payment: paymentAfter(order.payment, paymentState, facts),
    afterSale: move(afterSaleTransitions, order.afterSale, afterSaleMove(order, step, paymentState)),
  }
}

/** A row of a table, or `undefined` to stay. */
type Move<Action> = [action: Action, actor: Actor] | undefined

/** @throws Error when the table has no such row: a step that was allowed would leave the states inconsistent. */
function move<Action extends string, State extends string>(
  table: Record<State, readonly Transition<Action, State>[]>,
  state: State,
  by: Move<Action>,
): State {
  if (!by) return state
  const next = nextState(table, state, ...by)
  if (next === null) throw new Error(`no transition from ${state} by ${by.join(' of ')}`)
  return next
}

function orderMove({ action, actor }: Step): Move<OrderAction | typeof EXPIRE> {
  if (action === 'agree-cancel') return ['cancel', 'system']
  const isOfTable = Object.values(orderTransitions).some((rows) => rows.some((row) => row.action === action))
  return isOfTable ? [action as OrderAction, actor] : undefined
}

/** The move by which a payment is given up: unpaid is void, paid is refunded. */
const giveUp = (now: PaymentState): Move<PaymentAction> =>
  isUnpaid(now) ? ['void', 'system'] : now === 'paid' ? ['refund', 'system'] : undefined

function paymentMove(
  order: Steppable,
  { action, actor, returnsAll = true, method }: Step,
): Move<PaymentAction> {
  const { state: now, method: current } = order.payment
  const isInPerson = isPaidInPerson(current)
  switch (action) {
    case 'cancel':
    case 'agree-cancel':
    case EXPIRE:
    case REFUND_ALL:
      return giveUp(now)
    case 'confirm':
      return ['confirm', 'gateway']
    case CHANGE_METHOD:
      return method && isPaidInPerson(method) ? ['choose-in-person', 'buyer'] : undefined
    case SETTLE_REFUND:
      return now === 'refunding' ? ['settle-refund', 'gateway'] : undefined
    // the buyer's `finish` collects nothing
    case 'finish':
    case 'collect':
      return isInPerson && now === 'due' && actor === 'owner' ? ['collect', 'owner'] : undefined
    case 'undo-finish':
    case 'undo-collect':
      return isInPerson && now === 'paid' ? ['undo-collect', 'owner'] : undefined
    // what the service could not return in full, the owner has returned in person
    case 'settle':
      return now === 'refunding' || (isInPerson && returnsAll && now === 'paid')
        ? ['give-back', 'owner']
        : undefined
    case RETURN_BY_HAND:
      return now === 'refunding' && returnsAll ? ['give-back', 'owner'] : undefined
    default:
      return grants(order, action, actor) && returnsAll && !isInPerson ? giveUp(now) : undefined
  }
}

/** True for a step that agrees to return money. */
const grants = ({ afterSale }: OrderStates, action: string, actor: Actor): boolean =>
  nextState(afterSaleTransitions, afterSale, action, actor) === 'agreed'

/** A payment with what was received; one that is not paid has none. */
function paymentAfter(
  { collected: known, ...before }: Order['payment'],
  state: PaymentState,
  { collected, method = before.method }: StepFacts,
): Order['payment'] {
  const received = collected ?? known
  const payment = { ...before, method, state }
  return received === undefined || isUnpaid(state) ? payment : { ...payment, collected: received }
}

const RESTORED = { 'cancel-asked': 'restore-asked', 'cancel-declined': 'restore-declined' } as const

/** @param payment its state after the step */
function afterSaleMove(
  order: Steppable,
  { action, actor, ended }: Step,
  payment: PaymentState,
): Move<AfterSaleAction | AfterSaleEffect> {
  const now: AfterSaleState = order.afterSale
  if (isAfterSaleAction(action)) return [action, actor]
  if (isUndo(action)) return ended && ended !== now ? [RESTORED[ended], 'system'] : undefined
  if ((action === 'finish' || action === 'collect') && isAboutCancelling(now)) return ['end', 'system']
  if (declinesCancel(action, order)) return ['decline-cancel', 'owner']
  if (action === RETURN_BY_HAND && payment === 'refunded' && now === 'agreed') return ['settle', 'owner']
  if (action === SETTLE_REFUND && now === 'agreed') return ['settle', 'gateway']
  if (payment === 'refunding' && isUndecided(now)) return ['grant', 'system']
  // an order without a payment has nothing to refund
  const isEnded = isAboutCancelling(now) || (payment === 'void' && isOpen(now))
  return isEnded && (payment === 'refunding' || payment === 'void') ? ['end', 'system'] : undefined
}
