import { dayOf } from '@/domain/day'
import {
  canHaveSlots,
  findSlot,
  isSameSlot,
  type OfferedSlot,
  offeredSlots,
  type Slot,
  slotRuleOf,
} from '@/domain/delivery-slot'
import type { Order } from '@/domain/order'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { mustFindShop, toShop } from '../shops/store'
import { placeOf, readSlotCounts, returnPlace, takePlace } from './slot-counts'

type SlottedOrder = Pick<Order, 'shopId' | 'fulfilment' | 'slot'>

/**
 * The place of another slot for an order; undefined when it keeps its own, which may have closed meanwhile.
 * @throws ApiError `slot-full` or `slot-gone`, with the slots as they are.
 */
export async function findOfferedSlot(
  tx: Query,
  { shopId, fulfilment, slot: own }: SlottedOrder,
  slot: Slot | undefined,
  now: number,
) {
  if (!slot || (own && isSameSlot(own, slot))) return undefined
  const shop = toShop(await mustFindShop(tx, shopId))
  const rule = slotRuleOf(shop.deliverySlots, fulfilment)
  const slots: OfferedSlot[] =
    rule && canHaveSlots(fulfilment)
      ? offeredSlots(fulfilment, rule, now, await readSlotCounts(tx, shopId, dayOf(now)))
      : []
  const offered = findSlot(slots, slot)
  const place = placeOf(shop, { fulfilment, slot })
  if (!offered || !place) throw new ApiError('slot-gone', { current: { slots } })
  if (offered.isFull) throw new ApiError('slot-full', { current: { slots } })
  return { place, slots }
}

/** Takes a place of another slot for an order and gives back its own. @throws ApiError `slot-full` or `slot-gone`. */
export async function moveToSlot(
  tx: Query,
  order: SlottedOrder,
  slot: Slot | undefined,
  now: number,
): Promise<void> {
  const found = await findOfferedSlot(tx, order, slot, now)
  if (!found) return
  if (!(await takePlace(tx, found.place)))
    throw new ApiError('slot-full', { current: { slots: found.slots } })
  await returnPlace(tx, order.shopId, order)
}
