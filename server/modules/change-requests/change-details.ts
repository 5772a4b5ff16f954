import type { Slot } from '@/domain/order/delivery-slot'
import type { Order } from '@/domain/order/order'
import {
  CHANGE_DETAILS,
  changeOf,
  detailsErrors,
  isSameDetails,
  MAX_DETAIL_CHANGES,
  type OrderDetails,
  withDetails,
} from '@/domain/order/order-details'
import { expiryAfterChange } from '@/domain/order/order-expiry'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { moveToSlot } from '../delivery-slots/move-to-slot'
import { toOrderAt } from '../orders/order-row'
import { mustFindOrder } from '../orders/store'
import { mustFindShop, toOrderLimits } from '../shops/store'
import { writeDetails } from './write-details'

interface DetailsChange {
  shopId: string
  orderId: string
  role: 'owner' | 'buyer'
  /** The version of the details that the change is based on. */
  version: number
  details: OrderDetails
  now: number
}

/**
 * Changes receiver, note and slot of an order that the shop has not accepted. Repeating the last change returns the same order. Call it
 * while the shop is locked.
 * @throws ApiError `not-allowed-now` or `version-conflict` (with the order), `bad-input`, `too-many-steps`, `slot-full` or `slot-gone`.
 */
export async function changeDetails(tx: Query, change: DetailsChange): Promise<Order> {
  const { shopId, orderId, role, version, now } = change
  const row = await mustFindOrder(tx, shopId, orderId)
  const order = toOrderAt(row, now)
  if (role !== 'buyer') throw new ApiError('not-allowed-now', { current: order })
  const details = withDetails(order, change.details)
  if (row.details_version === version + 1 && isSameDetails(order, details)) return order
  if (changeOf(order) !== 'direct') throw new ApiError('not-allowed-now', { current: order })
  if (row.details_version !== version) throw new ApiError('version-conflict', { current: order })
  if (version >= MAX_DETAIL_CHANGES) throw new ApiError('too-many-steps', { current: order })
  const fields = detailsErrors(details, order)
  if (fields.length > 0) throw new ApiError('bad-input', { fields })
  await moveToSlot(tx, order, details.slot, now)
  const event = { action: CHANGE_DETAILS, by: 'buyer', at: now } as const
  const expiresAt = await expiryOn(tx, order, details.slot, now)
  return toOrderAt(await writeDetails(tx, row, { event, details, expiresAt }), now)
}

/** When a waiting order expires that moves to this slot. */
async function expiryOn(
  tx: Query,
  order: Order,
  slot: Slot | undefined,
  now: number,
): Promise<number | undefined> {
  if (slot === undefined || slot.day === order.slot?.day || order.payment.state === 'pending')
    return order.expiresAt
  const limits = toOrderLimits(await mustFindShop(tx, order.shopId))
  return expiryAfterChange(limits, { ...order, slot }, now)
}
