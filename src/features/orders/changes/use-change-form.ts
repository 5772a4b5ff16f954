import { useState } from 'react'
import { useCall } from '@/api/use-call'
import { canHaveSlots, findSlot, type OfferedSlot, type Slot } from '@/domain/order/delivery-slot'
import { needsAddress } from '@/domain/order/fulfilment'
import { MAX_NOTE_LENGTH, type Order } from '@/domain/order/order'
import type { OrderDetails } from '@/domain/order/order-details'
import { invalidReceiverFields, normalizeReceiver, type ReceiverField } from '@/domain/receiver/receiver'
import { countCharacters } from '@/domain/text'

export type ChangedField = ReceiverField | 'note'

interface Typed {
  name: string
  phone: string
  address: string
  note: string
  slot: Slot | undefined
}

/** The slots that can be chosen, with the order's own, which it may keep. */
function withOwn(slots: readonly OfferedSlot[], own: Slot | undefined): OfferedSlot[] {
  if (!own) return [...slots]
  const offered = findSlot(slots, own)
  const rest = slots.filter((slot) => slot !== offered)
  const current = { day: own.day, part: own.part, isFull: false }
  return offered ? slots.map((slot) => (slot === offered ? current : slot)) : [current, ...rest]
}

/** State of the form for an order's details: the typed text, its invalidFields, and the request. `hasSlots`: buyers choose the day of such an order. */
export function useChangeForm(order: Order, hasSlots: boolean) {
  const { receiver, fulfilment } = order
  const [typed, setTyped] = useState<Typed>({
    name: receiver.name,
    phone: receiver.phone,
    address: receiver.address ?? '',
    note: order.note ?? '',
    slot: order.slot,
  })
  const kind = hasSlots && canHaveSlots(fulfilment) ? fulfilment : undefined
  const state = useCall(
    'GET /api/shops/:shopId/delivery-slots',
    kind ? { params: { shopId: order.shopId } } : null,
  )
  const offered = kind && state.data?.[kind]
  const { name, phone, address } = normalizeReceiver(typed)
  const details: OrderDetails = {
    receiver: { name, phone, ...(needsAddress(fulfilment) ? { address } : {}) },
    ...(typed.note.trim() ? { note: typed.note.trim() } : {}),
    ...(typed.slot ? { slot: typed.slot } : {}),
  }
  const invalidFields: ChangedField[] = [
    ...invalidReceiverFields(details.receiver, fulfilment),
    ...(countCharacters(typed.note.trim()) > MAX_NOTE_LENGTH ? (['note'] as const) : []),
  ]
  return {
    typed,
    details,
    invalidFields,
    edit: (part: Partial<Typed>) => setTyped({ ...typed, ...part }),
    /** The read of the slots; absent where no day can be chosen. */
    slotState: kind && state,
    /** Absent until the slots are read. */
    choice: kind && offered ? { kind, slots: withOwn(offered, order.slot) } : undefined,
    /** Shows the slots that a refusal has answered, without the one that was refused. */
    showSlots(slots: OfferedSlot[]) {
      if (kind) state.set({ ...state.data, [kind]: slots })
      setTyped({ ...typed, slot: order.slot })
    },
  }
}
