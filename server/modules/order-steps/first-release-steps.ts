import { allowedActions, declinesCancel, type OrderStepAction } from '@/domain/order/allowed-actions'
import type { Order } from '@/domain/order/order'
import { isChangeRequested } from '@/domain/order/order-details'
import type { StepDetails } from '@/domain/order/step-details'
import { releasedClientWords } from '@/locales/released-clients'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { findClaim } from '../claims/store'
import { type OrderRow, type StoredEvent, toOrderAt } from '../orders/order-row'
import { mustFindOrder } from '../orders/store'
import { applyOrderStep } from './apply-order-step'
import { makeClaim } from './make-claim'
import { refundableAmount } from './refundable-amount'
import { transitionOrder } from './transition-order'

/** A step as the first release sends it: without details. */
interface FirstStep {
  shopId: string
  orderId: string
  id: string
  action: string
  actor: 'owner' | 'buyer'
  accountId: string
  now: number
}

/** Steps of the first release that are several ones today: the first that is allowed now is taken. */
const meanings: Record<string, readonly OrderStepAction[]> = {
  // an accepted order, which looks placed there, is cancelled by request only
  cancel: ['cancel', 'ask-cancel'],
  'ask-refund': ['ask-cancel', 'ask-refund'],
  withdraw: ['withdraw', 'withdraw-cancel'],
  agree: ['agree', 'agree-return', 'agree-resend', 'agree-cancel', 'receive', 'pay-instead'],
  decline: ['decline', 'decline-cancel'],
}

const meaningsOf = (action: string): readonly string[] => meanings[action] ?? [action]

/**
 * Applies a step that the first release sends, once for each request id: it has no accepting step, no forms for claims and no answers to what
 * it does not show. Call it while the shop is locked.
 * @throws ApiError as `applyOrderStep` does.
 */
export async function applyFirstReleaseStep(tx: Query, step: FirstStep): Promise<Order> {
  const { shopId, orderId, id, actor, now } = step
  const row = await mustFindOrder(tx, shopId, orderId)
  if (await isApplied(tx, row, step)) return toOrderAt(row, now)
  const before = toOrderAt(row, now)
  const allowed = allowedActions(before, actor)
  if (step.action === 'send' && allowed.includes('accept'))
    await transitionOrder(tx, row, { action: 'accept', actor, now })
  const action = meanings[step.action]?.find((one) => allowed.includes(one)) ?? step.action
  if (action === 'ask-refund') return claimAll(tx, row, step)
  return applyOrderStep(tx, { shopId, orderId, id, action, actor, now, ...detailsOf(before, action) })
}

/** @throws ApiError `idempotency-conflict` when the id was used for another step. */
async function isApplied(tx: Query, row: OrderRow, { id, action, actor }: FirstStep): Promise<boolean> {
  const applied = readJson<StoredEvent[]>(row.history).find((event) => event.id === id)
  if (applied && (applied.by !== actor || !meaningsOf(action).includes(applied.action)))
    throw new ApiError('idempotency-conflict')
  return applied !== undefined || (action === 'ask-refund' && (await hasClaim(tx, row, id)))
}

const hasClaim = async (tx: Query, row: OrderRow, id: string): Promise<boolean> =>
  (await findClaim(tx, row.shop_id, id))?.order_id === row.id

/** The details that a step needs today. Sending an order answers what its buyer asks for. */
function detailsOf(order: Order, action: string): StepDetails {
  if (action === 'decline') return { note: releasedClientWords.noReason }
  if (action !== 'send') return {}
  return {
    ...(isChangeRequested(order) && order.changeRequest ? { declines: order.changeRequest.id } : {}),
    ...(declinesCancel(action, order) ? { declinesCancel: true } : {}),
  }
}

/** Claims all the money of an order that is left. */
async function claimAll(tx: Query, row: OrderRow, { id, accountId, actor, now }: FirstStep): Promise<Order> {
  const { lines } = toOrderAt(row, now)
  const goods = lines.map(({ quantity }, line) => ({ line, quantity }))
  const amount = await refundableAmount(tx, row)
  const request = { wish: 'refund' as const, reason: 'other' as const, goods, amount, photos: [] }
  return makeClaim(tx, {
    ...{ shopId: row.shop_id, orderId: row.id, claimId: id },
    ...{ request, accountId, role: actor, now },
  })
}
