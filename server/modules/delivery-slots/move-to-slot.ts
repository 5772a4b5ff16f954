import { dayOf } from '@/domain/day'
import {
  canHaveSlots,
  findSlot,
  isSameSlot,
  type OfferedSlot,
  offeredSlots,
  type Slot,
  slotRuleOf,
} from '@/domain/order/delivery-slot'
import type { Order } from '@/domain/order/order'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { mustFindShop, toShop } from '../shops/store'
import { placeAt, readSlotCounts, returnPlace, takePlace } from './slot-counts'

type SlottedOrder = Pick<Order, 'shopId' | 'fulfilment' | 'slot'>

/** True if an order has another slot than this one, or none. */
const isOther = ({ slot: own }: SlottedOrder, slot: Slot): boolean => !(own && isSameSlot(own, slot))

/**
 * The place of another slot for an order; undefined when the order keeps its slot, which may have closed meanwhile.
 * @throws ApiError `slot-full` or `slot-gone`, with the slots as they are.
 */
export async function findOfferedSlot(tx: Query, order: SlottedOrder, slot: Slot | undefined, now: number) {
  if (!slot || !isOther(order, slot)) return undefined
  const { shopId, fulfilment } = order
  const shop = toShop(await mustFindShop(tx, shopId))
  const rule = slotRuleOf(shop.deliverySlots, fulfilment)
  const slots: OfferedSlot[] =
    rule && canHaveSlots(fulfilment)
      ? offeredSlots(fulfilment, rule, now, await readSlotCounts(tx, shopId, dayOf(now)), shop.closedUntil)
      : []
  const offered = findSlot(slots, slot)
  if (!offered) throw new ApiError('slot-gone', { current: { slots } })
  if (offered.isFull) throw new ApiError('slot-full', { current: { slots } })
  return { place: placeAt(shop, { fulfilment, slot }), slots }
}

/** Takes a place of another slot for an order and releases its present place. @throws ApiError `slot-full` or `slot-gone`. */
export async function moveToSlot(tx: Query, order: SlottedOrder, slot: Slot | undefined, now: number) {
  const found = await findOfferedSlot(tx, order, slot, now)
  if (!found) return
  if (!(await takePlace(tx, found.place)))
    throw new ApiError('slot-full', { current: { slots: found.slots } })
  await returnPlace(tx, order.shopId, order)
}

/**
 * Moves an order to the slot for which its buyer asked while it was offered. The shop says yes after its cut-off too, until its day is over.
 * @throws ApiError `slot-full` or `slot-gone`.
 */
export async function moveToRequestedSlot(
  tx: Query,
  order: SlottedOrder,
  slot: Slot | undefined,
  now: number,
): Promise<void> {
  if (!slot || !isOther(order, slot)) return
  const { shopId, fulfilment } = order
  if (slot.day < dayOf(now)) throw new ApiError('slot-gone')
  const shop = toShop(await mustFindShop(tx, shopId))
  if (!(await takePlace(tx, placeAt(shop, { fulfilment, slot })))) throw new ApiError('slot-full')
  await returnPlace(tx, shopId, order)
}
