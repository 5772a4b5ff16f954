import { useState } from 'react'
import { useCall } from '@/api/use-call'
import { canHaveSlots, findSlot, type OfferedSlot, type Slot } from '@/domain/delivery-slot'
import { needsAddress } from '@/domain/fulfilment'
import { MAX_NOTE_LENGTH, type Order } from '@/domain/order'
import type { OrderDetails } from '@/domain/order-details'
import { invalidReceiverFields, normalizePhone, type ReceiverField } from '@/domain/receiver'
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
  const kept = { day: own.day, part: own.part, isFull: false }
  return offered ? slots.map((slot) => (slot === offered ? kept : slot)) : [kept, ...rest]
}

/** State of the form for an order's details: what is typed, its faults, and the request. */
export function useChangeForm(order: Order) {
  const { receiver, fulfilment } = order
  const [typed, setTyped] = useState<Typed>({
    name: receiver.name,
    phone: receiver.phone,
    address: receiver.address ?? '',
    note: order.note ?? '',
    slot: order.slot,
  })
  const kind = canHaveSlots(fulfilment) ? fulfilment : undefined
  const { data, set } = useCall(
    'GET /api/shops/:shopId/delivery-slots',
    kind ? { params: { shopId: order.shopId } } : null,
  )
  const offered = kind && data?.[kind]
  const details: OrderDetails = {
    receiver: {
      name: typed.name.trim(),
      phone: normalizePhone(typed.phone),
      ...(needsAddress(fulfilment) ? { address: typed.address.trim() } : {}),
    },
    ...(typed.note.trim() ? { note: typed.note.trim() } : {}),
    ...(typed.slot ? { slot: typed.slot } : {}),
  }
  const faults: ChangedField[] = [
    ...invalidReceiverFields(details.receiver, fulfilment),
    ...(countCharacters(typed.note.trim()) > MAX_NOTE_LENGTH ? (['note'] as const) : []),
  ]
  return {
    typed,
    details,
    faults,
    edit: (part: Partial<Typed>) => setTyped({ ...typed, ...part }),
    /** Absent where no day can be chosen. */
    choice: kind && offered ? { kind, slots: withOwn(offered, order.slot) } : undefined,
    /** Shows the slots that a refusal has answered, without the one that was refused. */
    showSlots(slots: OfferedSlot[]) {
      if (kind) set({ ...data, [kind]: slots })
      setTyped({ ...typed, slot: order.slot })
    },
  }
}
