import { useRef, useState } from 'react'
import { totals } from '@/domain/cart'
import type { CheckedLine } from '@/domain/cart-check'
import type { Day } from '@/domain/day'
import { type Fulfilment, needsAddress, needsDate } from '@/domain/fulfilment'
import { NOTE_MOST } from '@/domain/order'
import type { PaymentMethod } from '@/domain/payment'
import { payableBy } from '@/domain/payment-rights'
import { receiverFaults } from '@/domain/receiver'
import type { Shop } from '@/domain/shop'
import { countCharacters } from '@/domain/text'
import type { OrderBody } from './attempt-store'
import { orderLines } from './order-lines'
import { type ReceiverDraft, tidy, useReceiver } from './receiver-store'

export const faultFields = ['name', 'phone', 'address', 'day', 'note'] as const
export type FaultField = (typeof faultFields)[number]

const payable = (shop: Shop, kind: Fulfilment) => payableBy(kind, shop.payments)

/** The way goods go unless the buyer says otherwise: the first that can be paid for. */
const firstKind = (shop: Shop): Fulfilment =>
  shop.fulfilments.find((kind) => payable(shop, kind).length > 0) ?? shop.fulfilments[0] ?? 'pickup'

function bodyReceiver({ name, phone, address }: ReceiverDraft, kind: Fulfilment) {
  return { name, phone, ...(needsAddress(kind) ? { address } : {}) }
}

/** What the buyer chose and typed on the checkout, what is wrong with it, and the order it makes. */
export function useCheckoutForm(shop: Shop, cart: readonly CheckedLine[]) {
  const [wantedKind, setKind] = useState<Fulfilment>()
  const [wantedMethod, setMethod] = useState<PaymentMethod>()
  const [day, setDay] = useState<Day>()
  const [note, setNote] = useState('')
  const suggestedNote = useRef('')
  const typed = useReceiver((state) => state.receiver)

  const kind = wantedKind && shop.fulfilments.includes(wantedKind) ? wantedKind : firstKind(shop)
  const methods = payable(shop, kind)
  const method = wantedMethod && methods.includes(wantedMethod) ? wantedMethod : methods[0]
  const lines = orderLines(cart, kind, day)
  const sums = totals(lines, shop.freight, kind)
  const receiver = tidy(typed)
  const dayMissing = needsDate(kind) && lines.some((line) => line.date === undefined)
  const faults: FaultField[] = [
    ...receiverFaults(receiver, kind),
    ...(dayMissing ? (['day'] as const) : []),
    ...(countCharacters(note.trim()) > NOTE_MOST ? (['note'] as const) : []),
  ]

  /** Fills the note, but never over what the buyer typed there. */
  const suggestNote = (text: string) => {
    if (note.trim() && note !== suggestedNote.current) return
    suggestedNote.current = text
    setNote(text)
  }

  const body = (): OrderBody | undefined =>
    method && {
      lines: lines.map(({ price: _, ...line }) => line),
      fulfilment: { kind },
      receiver: bodyReceiver(receiver, kind),
      payment: { method },
      seenTotal: sums.total,
      ...(note.trim() ? { note: note.trim() } : {}),
    }

  return {
    ...{ kind, setKind, methods, method, setMethod, day, setDay },
    ...{ note, setNote, suggestNote, lines, sums, faults, body },
  }
}

export type CheckoutForm = ReturnType<typeof useCheckoutForm>
