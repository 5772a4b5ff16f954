import { dayOf } from '@/domain/day'
import { isSameSlot } from '@/domain/order/delivery-slot'
import type { Order } from '@/domain/order/order'
import type { OrderDetails } from '@/domain/order/order-details'
import { slotWords } from '@/locales/day'
import { changeOrderWords as words } from '@/locales/order/change-order'

/** The differences that a change makes to an order, one line for each. */
export function changedRows(
  order: Pick<Order, 'receiver' | 'note' | 'slot'>,
  { receiver, note = '', slot }: OrderDetails,
  now: number,
): string[] {
  const fields = (['name', 'phone', 'address'] as const).filter(
    (field) => (receiver[field] ?? '') !== (order.receiver[field] ?? ''),
  )
  return [
    ...fields.map((field) => words.row(field, receiver[field] ?? '')),
    ...(note === (order.note ?? '') ? [] : [words.row('note', note)]),
    ...(slot && !(order.slot && isSameSlot(slot, order.slot))
      ? [words.slot(slotWords(slot, dayOf(now)))]
      : []),
  ]
}
