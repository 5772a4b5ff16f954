import { type ClaimAction, isClaimAction } from '@/domain/order/after-sale'
import { allowedActions, declinesCancel, type OrderStepAction } from '@/domain/order/allowed-actions'
import type { Order } from '@/domain/order/order'
import { isChangeRequested } from '@/domain/order/order-details'
import type { StepDetails } from '@/domain/order/step-details'
import type { Side } from '../page/order-view'

/** A step that is taken on the order's page; those of claims have a page of their own. */
export type PageStep = Exclude<OrderStepAction, ClaimAction>

/** Steps that end an order, ask for that or answer it. They are never the main button. */
const apart: readonly PageStep[] = [
  'cancel',
  'ask-cancel',
  'withdraw-cancel',
  'agree-cancel',
  'decline-cancel',
]

/** True for steps that end an order, or ask for that. */
export const isLoss = (action: PageStep): boolean =>
  action === 'cancel' || action === 'ask-cancel' || action === 'agree-cancel'

/** Steps that need a confirmation: they are irreversible and not the usual next step. */
const confirmed: readonly PageStep[] = [
  'cancel',
  'ask-cancel',
  'agree-cancel',
  'decline-cancel',
  'return-by-hand',
]

type States = Pick<
  Order,
  'state' | 'payment' | 'afterSale' | 'undoableStep' | 'unreturned' | 'claimRefundFailed'
>

/** The main step, which comes next, and the others. */
interface StepLayout {
  main?: PageStep
  apart: PageStep[]
}

/** Splits the steps that a side may take into the main one and the others; `cancel` comes last. */
export function layoutSteps(order: States, side: Side): StepLayout {
  const steps = allowedActions(order, side).filter((step): step is PageStep => !isClaimAction(step))
  const main = steps.find((step) => !apart.includes(step))
  return {
    ...(main === undefined ? {} : { main }),
    apart: [
      ...steps.filter((step) => step !== main && step !== 'cancel'),
      ...steps.filter((step) => step === 'cancel'),
    ],
  }
}

/** The buyer's open request to change the order, which a step declines. */
export const declinedRequest = (
  action: PageStep,
  order: Pick<Order, 'changeRequest'>,
): Order['changeRequest'] => (action === 'send' && isChangeRequested(order) ? order.changeRequest : undefined)

type Detailed = Pick<Order, 'payment' | 'afterSale' | 'unreturned' | 'changeRequest' | 'detailsVersion'>

/**
 * The details that a side sends with a step of the page: the returned amount that the order names, the declined requests, and the
 * accepted version of the order's details.
 */
export function detailsOf(action: PageStep, order: Detailed): StepDetails {
  const declined = declinedRequest(action, order)
  if (action === 'send')
    return {
      ...(declined ? { declines: declined.id } : {}),
      ...(declinesCancel(action, order) ? { declinesCancel: true } : {}),
    }
  if (action === 'accept') return { detailsVersion: order.detailsVersion ?? 0 }
  return action === 'return-by-hand' && order.unreturned !== undefined ? { amount: order.unreturned } : {}
}

/** True for irreversible steps, among them the buyer's `finish`, which only the seller can undo, and for those that decline a request. */
export const needsConfirmation = (action: PageStep, order: Detailed, side: Side): boolean =>
  confirmed.includes(action) ||
  (action === 'finish' && side === 'buyer') ||
  declinesCancel(action, order) ||
  declinedRequest(action, order) !== undefined
