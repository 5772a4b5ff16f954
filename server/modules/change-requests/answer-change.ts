import type { Order } from '@/domain/order'
import {
  ACCEPT_CHANGE,
  type ChangeRequest,
  DECLINE_CHANGE,
  detailsOf,
  isChangeAsked,
} from '@/domain/order-details'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { moveToSlot } from '../delivery-slots/move-to-slot'
import { queueNotice } from '../notifications/queue-notification'
import { type StoredEvent, toOrderAt } from '../orders/order-row'
import { findOrder } from '../orders/store'
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
  const row = await findOrder(tx, shopId, orderId)
  if (!row) throw new ApiError('not-found')
  const order = toOrderAt(row, now)
  const { changeRequest } = order
  if (changeRequest?.id !== requestId) throw new ApiError('not-found')
  const state = answer === 'accept' ? 'accepted' : 'declined'
  if (changeRequest.state === state) return order
  if (!isChangeAsked(order)) throw new ApiError('not-allowed-now', { current: order })
  const details = answer === 'accept' ? detailsOf(changeRequest) : undefined
  if (details) await moveToSlot(tx, order, details.slot, now)
  const request: ChangeRequest = { ...changeRequest, state, answeredAt: now }
  const action = answer === 'accept' ? ACCEPT_CHANGE : DECLINE_CHANGE
  const occurrence = String(readJson<StoredEvent[]>(row.history).length)
  const notice = { event: 'change-answered', shopId, subjectId: orderId, occurrence, at: now } as const
  await queueNotice(tx, notice, row.buyer_id)
  return writeDetails(tx, row, { event: { action, by: 'owner', at: now }, details, request })
}
