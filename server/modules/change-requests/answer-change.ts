import type { Order } from '@/domain/order/order'
import {
  ACCEPT_CHANGE,
  type ChangeRequest,
  DECLINE_CHANGE,
  detailsOf,
  isChangeRequested,
  type OrderDetails,
} from '@/domain/order/order-details'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { moveToRequestedSlot } from '../delivery-slots/move-to-slot'
import { queueNotice } from '../notices/queue-notice'
import { type OrderRow, type StoredEvent, toOrderAt } from '../orders/order-row'
import { mustFindOrder } from '../orders/store'
import { writeDetails } from './write-details'

interface ChangeAnswer {
  shopId: string
  orderId: string
  requestId: string
  answer: 'accept' | 'decline'
  now: number
}

/**
 * Accepts or declines what a buyer asks to change. The same answer again returns the same order. Call it while the shop is locked.
 * @throws ApiError `not-allowed-now` (with the order), `slot-full` or `slot-gone`.
 */
export async function answerChange(tx: Query, given: ChangeAnswer): Promise<Order> {
  const { shopId, orderId, requestId, answer, now } = given
  const row = await mustFindOrder(tx, shopId, orderId)
  const order = toOrderAt(row, now)
  const { changeRequest } = order
  if (changeRequest?.id !== requestId) throw new ApiError('not-found')
  if (changeRequest.state === states[answer]) return order
  if (!isChangeRequested(order)) throw new ApiError('not-allowed-now', { current: order })
  if (answer === 'decline') return toOrderAt(await declineChange(tx, row, changeRequest, now), now)
  const details = detailsOf(changeRequest)
  await moveToRequestedSlot(tx, order, details.slot, now)
  return toOrderAt(await writeAnswer(tx, row, changeRequest, { answer, details, now }), now)
}

/** Declines an open request and returns the order's row. Call it while the shop is locked. */
export const declineChange = (
  tx: Query,
  row: OrderRow,
  request: ChangeRequest,
  now: number,
): Promise<OrderRow> => writeAnswer(tx, row, request, { answer: 'decline', now })

interface WrittenAnswer extends Pick<ChangeAnswer, 'answer' | 'now'> {
  /** The details that replace those of the order, if it was accepted. */
  details?: OrderDetails
}

const states = { accept: 'accepted', decline: 'declined' } as const
const actions = { accept: ACCEPT_CHANGE, decline: DECLINE_CHANGE } as const

async function writeAnswer(
  tx: Query,
  row: OrderRow,
  requested: ChangeRequest,
  { answer, details, now }: WrittenAnswer,
): Promise<OrderRow> {
  const { shop_id: shopId, id: subjectId, buyer_id, history } = row
  const occurrence = String(readJson<StoredEvent[]>(history).length)
  await queueNotice(tx, { event: 'change-answered', shopId, subjectId, occurrence, at: now }, buyer_id)
  const request: ChangeRequest = { ...requested, state: states[answer], answeredAt: now }
  const event: StoredEvent = { action: actions[answer], by: 'owner', at: now }
  return writeDetails(tx, row, { event, details, request })
}
