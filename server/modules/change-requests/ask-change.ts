import type { Order } from '@/domain/order/order'
import {
  ASK_CHANGE,
  type ChangeRequest,
  changeOf,
  detailsErrors,
  isChangeRequested,
  isSameDetails,
  MAX_DETAIL_CHANGES,
  type OrderDetails,
  WITHDRAW_CHANGE,
  withDetails,
} from '@/domain/order/order-details'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { findOfferedSlot } from '../delivery-slots/move-to-slot'
import { queueNotice } from '../notices/queue-notice'
import { type OrderRow, type StoredEvent, toOrderAt } from '../orders/order-row'
import { mustFindOrder } from '../orders/store'
import { writeDetails } from './write-details'

interface Withdrawal {
  shopId: string
  orderId: string
  requestId: string
  role: 'owner' | 'buyer'
  now: number
}

/**
 * Withdraws what a buyer asks to change. The same withdrawal again returns the same order. Call it while the shop is locked.
 * @throws ApiError `not-allowed-now` (with the order).
 */
export async function withdrawChange(tx: Query, withdrawal: Withdrawal): Promise<Order> {
  const { shopId, orderId, requestId, role, now } = withdrawal
  const row = await mustFindOrder(tx, shopId, orderId)
  const order = toOrderAt(row, now)
  if (role !== 'buyer') throw new ApiError('not-allowed-now', { current: order })
  if (!readJson<StoredEvent[]>(row.history).some(({ id }) => id === requestId))
    throw new ApiError('not-found')
  const { changeRequest } = order
  // an earlier request than the last one is over, and so is one whose order was cancelled
  if (changeRequest?.id !== requestId) throw new ApiError('not-allowed-now', { current: order })
  if (changeRequest.state === 'withdrawn') return order
  if (!isChangeRequested(order)) throw new ApiError('not-allowed-now', { current: order })
  const request: ChangeRequest = { ...changeRequest, state: 'withdrawn' }
  const event: StoredEvent = { action: WITHDRAW_CHANGE, by: 'buyer', at: now }
  return toOrderAt(await writeDetails(tx, row, { event, request }), now)
}

interface RequestedChange {
  shopId: string
  orderId: string
  /** Made by the client. */
  requestId: string
  role: 'owner' | 'buyer'
  details: OrderDetails
  now: number
}

const requestOf = ({ change_request }: OrderRow): ChangeRequest | undefined =>
  change_request === null ? undefined : readJson<ChangeRequest>(change_request)

/**
 * Asks the shop to change an order that it has accepted, once for each id. Call it while the shop is locked.
 * @throws ApiError `not-allowed-now` (with the order), `bad-input`, `too-many-steps`, `slot-full`, `slot-gone`, or `idempotency-conflict`.
 */
export async function askChange(tx: Query, requested: RequestedChange): Promise<Order> {
  const { shopId, orderId, requestId, role, now } = requested
  const row = await mustFindOrder(tx, shopId, orderId)
  const order = toOrderAt(row, now)
  if (role !== 'buyer') throw new ApiError('not-allowed-now', { current: order })
  const details = withDetails(order, requested.details)
  const history = readJson<StoredEvent[]>(row.history)
  if (history.some(({ id }) => id === requestId)) return known(row, requestId, requested)
  if (changeOf(order) !== 'ask') throw new ApiError('not-allowed-now', { current: order })
  if (history.filter(({ action }) => action === ASK_CHANGE).length >= MAX_DETAIL_CHANGES)
    throw new ApiError('too-many-steps', { current: order })
  const fields = detailsErrors(details, order)
  if (fields.length > 0) throw new ApiError('bad-input', { fields })
  await findOfferedSlot(tx, order, details.slot, now)
  const request: ChangeRequest = { id: requestId, ...details, state: 'asked', at: now }
  const event: StoredEvent = { id: requestId, action: ASK_CHANGE, by: 'buyer', at: now }
  const occurrence = String(history.length)
  await queueNotice(
    tx,
    { event: 'change-asked', shopId, subjectId: orderId, occurrence, at: now },
    row.buyer_id,
  )
  return toOrderAt(await writeDetails(tx, row, { event, request }), now)
}

/** The order of a repeated request. */
function known(row: OrderRow, requestId: string, { details, now }: RequestedChange): Order {
  const request = requestOf(row)
  // an earlier request than the last one is over, and its details are not stored any more
  if (request?.id === requestId && !isSameDetails(request, withDetails(request, details)))
    throw new ApiError('idempotency-conflict')
  return toOrderAt(row, now)
}
