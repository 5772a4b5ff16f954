import { isAboutCancelling, isOpen } from '@/domain/order/after-sale'
import { allowedActions, declinesCancel, type OrderStepAction } from '@/domain/order/allowed-actions'
import { type Claim, claimedValue } from '@/domain/order/claim'
import type { Order } from '@/domain/order/order'
import { type ChangeRequest, isChangeRequested } from '@/domain/order/order-details'
import { findWrongDetail, type StepDetails } from '@/domain/order/step-details'
import { isUndo, standingSteps } from '@/domain/order/undo-step'
import { type Collection, lacksReason } from '@/domain/payment/collection'
import { RETURN_BY_HAND } from '@/domain/payment/refund'
import { ApiError, badInput } from '../../api-error'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { declineChange } from '../change-requests/answer-change'
import { claimsOf, toClaim } from '../claims/store'
import { moveOrder } from '../orders/move-order'
import { type OrderRow, type StoredEvent, toOrderAt } from '../orders/order-row'
import { hasOtherOpenRefund } from '../payments/refund-by-hand'
import { refundableAmount } from './refundable-amount'
import { isStepLimitReached } from './step-limit'

interface Step {
  /** Made by the client; the system has none. */
  id?: string
  action: string
  actor: 'owner' | 'buyer' | 'system'
  details?: StepDetails
  now: number
}

export const eventOf = ({ id, action, actor, details = {} }: Omit<Step, 'now'>): Omit<StoredEvent, 'at'> => {
  const { amount = details.collected?.amount, note = details.collected?.note } = details
  return {
    ...(id === undefined ? {} : { id }),
    ...{ action, by: actor },
    ...(amount === undefined ? {} : { amount }),
    ...(note === undefined ? {} : { note }),
  }
}

/**
 * Moves an order by one step, from the states that it has now.
 * @throws ApiError `not-allowed-now` (with the order), `too-many-steps`, or `bad-input` for details that do not fit the step.
 */
export async function transitionOrder(tx: Query, row: OrderRow, step: Step): Promise<Order> {
  const { action, actor, details = {}, now } = step
  const order = toOrderAt(row, now)
  if (!isAllowed(order, action, actor)) throw new ApiError('not-allowed-now', { current: order })
  checkDetails(order, action, details)
  const declined = declinedRequest(order, action)
  if (hasMoved(order, action, details)) throw new ApiError('not-allowed-now', { current: order })
  const history = readJson<StoredEvent[]>(row.history)
  const left = isOpen(order.afterSale) ? await refundableAmount(tx, row) : 0
  const claim = isOpen(order.afterSale) ? await lastClaim(tx, row) : undefined
  const amount = claim && amountOf(order, claim, { action, details, left })
  const undone = isUndo(action) ? undoneStep(history) : undefined
  if (details.collected && (actor !== 'owner' || order.payment.state !== 'due'))
    throw badInput('/collected', 'nothing is received in person by this step')
  if (isStepLimitReached(history, order.state, action, actor))
    throw new ApiError('too-many-steps', { current: order })
  const answered = declined ? await declineChange(tx, row, declined, now) : row
  const { changeRequest } = order
  return moveOrder(tx, answered, {
    ...{ action, actor, now },
    facts: {
      collected: details.collected,
      returnsAll: await returnsAll(tx, row, { action, amount, left }),
      ended: undone?.ended,
    },
    event: { ...eventOf(step), from: order.state, ...endedRequests(order, action) },
    ...(amount === undefined ? {} : { amount }),
    ...(changeRequest && changeRequest.id === undone?.declined ? { reopened: changeRequest } : {}),
  })
}

/** The open request to change the order that a step declines: sending answers it. */
const declinedRequest = (order: Order, action: OrderStepAction): ChangeRequest | undefined =>
  action === 'send' && isChangeRequested(order) ? order.changeRequest : undefined

/** True if the order has changed since the actor read it, according to the details of the step. */
function hasMoved(order: Order, action: OrderStepAction, details: StepDetails): boolean {
  // more has failed, or was returned
  if (action === RETURN_BY_HAND && details.amount !== order.unreturned) return true
  // the buyer has asked for a change or for cancellation, or got an answer
  if (details.declines !== declinedRequest(order, action)?.id) return true
  if ((details.declinesCancel ?? false) !== declinesCancel(action, order)) return true
  // the buyer has changed the order
  return details.detailsVersion !== undefined && details.detailsVersion !== (order.detailsVersion ?? 0)
}

/** The requests that a step ends, which its event records for an undo. */
const endedRequests = (order: Order, action: OrderStepAction): Pick<StoredEvent, 'ended' | 'declined'> => {
  const { afterSale } = order
  const ends = action === 'finish' || action === 'collect' || declinesCancel(action, order)
  const declined = declinedRequest(order, action)
  return {
    ...(ends && isAboutCancelling(afterSale) ? { ended: afterSale } : {}),
    ...(declined ? { declined: declined.id } : {}),
  }
}

/** The step that is undone, with the requests to restore: none once the buyer has taken a step since. */
function undoneStep(history: readonly StoredEvent[]): Pick<StoredEvent, 'ended' | 'declined'> | undefined {
  const step = standingSteps(history).at(-1)
  const since = history.slice(step ? history.indexOf(step) + 1 : 0)
  return since.some(({ by }) => by === 'buyer') ? undefined : step
}

/** True if nothing is left to return after a step that returns money. */
async function returnsAll(
  tx: Query,
  row: OrderRow,
  { action, amount, left }: { action: OrderStepAction; amount: number | undefined; left: number },
): Promise<boolean> {
  if (action === RETURN_BY_HAND) return !(await hasOtherOpenRefund(tx, row))
  return amount === undefined || amount >= left
}

const isAllowed = (order: Order, action: string, actor: Step['actor']): action is OrderStepAction =>
  allowedActions(order, actor).some((allowed) => allowed === action)

/** @throws ApiError `bad-input` */
function checkDetails({ total }: Order, action: OrderStepAction, details: StepDetails): void {
  const wrong = findWrongDetail(action, details)
  if (wrong) throw badInput(`/${wrong}`, 'missing, or not part of this step')
  if (details.collected) checkCollection(details.collected, total)
}

function checkCollection(collected: Collection, total: number): void {
  if (lacksReason(collected, total)) throw badInput('/collected/note', 'another amount needs a reason')
}

async function lastClaim(tx: Query, row: OrderRow): Promise<Claim | undefined> {
  const last = (await claimsOf(tx, row)).at(-1)
  return last && toClaim(last)
}

interface StepContext {
  action: OrderStepAction
  details: StepDetails
  left: number
}

/**
 * The amount that a step offers, grants or returns of the money left, in fen; `undefined` when it moves no money.
 * @throws ApiError `bad-input` for an offer of more than is left.
 */
function amountOf(order: Order, claim: Claim, { action, details, left }: StepContext): number | undefined {
  switch (action) {
    case 'offer':
      if ((details.amount ?? 0) > left) throw badInput('/amount', `at most ${left} fen are left`)
      return details.amount
    case 'agree':
    case 'receive':
      return Math.min(claim.amount, left)
    case 'accept-offer':
      return Math.min(claim.granted ?? claim.amount, left)
    case 'settle':
      return claim.granted ?? Math.min(claim.amount, left)
    case 'pay-instead':
      return Math.min(claimedValue(order, claim.goods), left)
    default:
      return undefined
  }
}
