import { useCall } from '@/api/use-call'
import type { Failure } from '@/domain/failure'
import { isSameSlot, type OfferedSlot, type Slot, type SlotFulfilment } from '@/domain/order/delivery-slot'
import type { Fulfilment } from '@/domain/order/fulfilment'
import type { Shop } from '@/domain/shop/shop'

/**
 * The slots of a fulfilment, and the buyer's: the one that she chose while it has a place, and the next one if she chose none. A shop without
 * slots reads nothing.
 */
export function useSlots({ id, deliverySlots }: Shop, kind: Fulfilment, wanted: Slot | undefined) {
  const state = useCall(
    'GET /api/shops/:shopId/delivery-slots',
    deliverySlots ? { params: { shopId: id } } : null,
  )
  const { data, set } = state
  const slotted = kind as SlotFulfilment
  const hasRule = deliverySlots?.[slotted] !== undefined
  const slots = hasRule ? data?.[slotted] : undefined
  const free = slots?.filter(({ isFull }) => !isFull) ?? []
  const chosen = wanted ? free.find((one) => isSameSlot(one, wanted)) : free[0]
  // none is chosen once the shop has given its slots up
  const isNeeded = hasRule && (slots !== undefined || !data)
  return {
    state,
    /** The fulfilment for which a slot is chosen. */
    kind: isNeeded ? slotted : undefined,
    slots,
    slot: chosen && { day: chosen.day, part: chosen.part },
    isMissing: isNeeded && !chosen,
    /** Shows the slots that a refusal has answered. */
    refresh({ code, current }: Failure) {
      if (hasRule && code.startsWith('slot-'))
        set({ ...data, [slotted]: (current as { slots: OfferedSlot[] }).slots })
    },
  }
}
