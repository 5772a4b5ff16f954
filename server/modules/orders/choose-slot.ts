import { dayOf } from '@/domain/day'
import { canHaveSlots, offeredSlots, type Slot, slotRuleOf } from '@/domain/order/delivery-slot'
import type { Fulfilment } from '@/domain/order/fulfilment'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { readSlotCounts } from '../delivery-slots/slot-counts'
import { findShop, toShop } from '../shops/store'
import type { PlaceOrderInput } from './order-facts'
import { toSlot } from './order-row'
import { findOrder } from './store'

/**
 * The request of a client that cannot choose a delivery day, with the next one that is free; the same order again gets the same day.
 * Unchanged where the shop offers none.
 */
export async function withNextSlot(
  { db, clock }: Pick<AppDependencies, 'db' | 'clock'>,
  { shopId, orderId, request }: Pick<PlaceOrderInput, 'shopId' | 'orderId' | 'request'>,
): Promise<PlaceOrderInput['request']> {
  const known = await findOrder(db.query, shopId, orderId)
  const slot = known ? toSlot(known) : await nextSlot(db.query, shopId, request.fulfilment.kind, clock())
  return slot ? { ...request, slot } : request
}

async function nextSlot(
  query: Query,
  shopId: string,
  kind: Fulfilment,
  now: number,
): Promise<Slot | undefined> {
  const row = await findShop(query, shopId)
  const rule = row && slotRuleOf(toShop(row).deliverySlots, kind)
  if (!rule || !canHaveSlots(kind)) return undefined
  const taken = await readSlotCounts(query, shopId, dayOf(now))
  const free = offeredSlots(kind, rule, now, taken).find(({ isFull }) => !isFull)
  return free && { day: free.day, part: free.part }
}
