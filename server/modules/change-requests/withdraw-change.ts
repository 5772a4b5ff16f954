import type { Order } from '@/domain/order/order'
import { type ChangeRequest, isChangeRequested, WITHDRAW_CHANGE } from '@/domain/order/order-details'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { type StoredEvent, toOrderAt } from '../orders/order-row'
import { findOrder } from '../orders/store'
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
  const row = await findOrder(tx, shopId, orderId)
  if (!row) throw new ApiError('not-found')
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
