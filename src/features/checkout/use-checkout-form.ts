import { useRef, useState } from 'react'
import { useCall } from '@/api/use-call'
import type { Day } from '@/domain/day'
import type { Failure } from '@/domain/failure'
import type { Fen } from '@/domain/money'
import { isSameSlot, type OfferedSlot, type Slot, type SlotFulfilment } from '@/domain/order/delivery-slot'
import { type Fulfilment, needsAddress, needsDate } from '@/domain/order/fulfilment'
import { MAX_LINES, MAX_NOTE_LENGTH } from '@/domain/order/order'
import { availablePaymentMethods, onlineMethodsAt } from '@/domain/payment/available-payments'
import type { PaymentMethod } from '@/domain/payment/payment'
import type { OnlineOffer } from '@/domain/payment/payment-rights'
import { calculateTotals } from '@/domain/product/cart'
import type { CheckedLine } from '@/domain/product/cart-check'
import { invalidReceiverFields, normalizeReceiver, receiverFields } from '@/domain/receiver/receiver'
import type { Shop } from '@/domain/shop/shop'
import { countCharacters } from '@/domain/text'
import { payment } from '@/platform/payment/payment'
import { orderLines } from './lines/order-lines'
import { type ReceiverDraft, useReceiver } from './receiver/receiver-store'
import type { OrderBody } from './submit/order-attempt-store'

/**
 * The slots of a fulfilment, and the buyer's: the one that she chose while it has a place, and the next one if she chose none. A shop without
 * slots reads nothing.
 */
function useSlots({ id, deliverySlots }: Shop, kind: Fulfilment, wanted: Slot | undefined) {
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

export const checkoutFields = [...receiverFields, 'slot', 'day', 'lines', 'payment', 'note'] as const
export type CheckoutField = (typeof checkoutFields)[number]

/** A shop, and its online methods of payment with the places where they can finish. */
interface Seller {
  shop: Shop
  offers: readonly OnlineOffer[] | undefined
}

/** The buyer's preferred fulfilment and payment method, used where the shop offers them. */
export interface CheckoutWish {
  kind: Fulfilment | undefined
  method: PaymentMethod | undefined
}

/** The methods by which an amount can be paid here. */
const payable = ({ shop, offers }: Seller, kind: Fulfilment, amount: Fen) =>
  availablePaymentMethods(kind, shop.payments, onlineMethodsAt(payment.place(), amount, offers))

/** The preselected fulfilment kind: the first that has a payment method. */
const firstKind = (seller: Seller): Fulfilment => {
  const { fulfilments } = seller.shop
  // any amount will do: it only matters that there is something to pay
  return fulfilments.find((kind) => payable(seller, kind, 1).length > 0) ?? fulfilments[0] ?? 'pickup'
}

function bodyReceiver({ name, phone, address }: ReceiverDraft, kind: Fulfilment) {
  return { name, phone, ...(needsAddress(kind) ? { address } : {}) }
}

/** State of the checkout form: the buyer's choices, `wish` at first, the invalid fields, and the order request. */
export function useCheckoutForm(seller: Seller, cart: readonly CheckedLine[], wish: CheckoutWish) {
  const { shop } = seller
  const [wantedKind, setKind] = useState(wish.kind)
  /** `null` after the server has refused it: the buyer has to choose again. */
  const [wantedMethod, setMethod] = useState<PaymentMethod | null | undefined>(wish.method)
  const [day, setDay] = useState<Day>()
  const [wantedSlots, setWantedSlots] = useState<Partial<Record<Fulfilment, Slot>>>({})
  const [note, setNote] = useState('')
  const suggestedNote = useRef('')
  const typed = useReceiver((state) => state.receiver)

  const kind = wantedKind && shop.fulfilments.includes(wantedKind) ? wantedKind : firstKind(seller)
  const delivery = useSlots(shop, kind, wantedSlots[kind])
  const lines = orderLines(cart, kind, day)
  const sums = calculateTotals(lines, shop.freight, kind)
  const methods = payable(seller, kind, sums.total)
  const wanted = wantedMethod && methods.includes(wantedMethod) ? wantedMethod : methods[0]
  const method = wantedMethod === null ? undefined : wanted
  const receiver = normalizeReceiver(typed)
  const dayMissing = needsDate(kind) && lines.some((line) => line.date === undefined)
  const invalidFields: CheckoutField[] = [
    ...invalidReceiverFields(receiver, kind),
    ...(delivery.isMissing ? (['slot'] as const) : []),
    ...(dayMissing ? (['day'] as const) : []),
    ...(lines.length > MAX_LINES ? (['lines'] as const) : []),
    ...(method ? [] : (['payment'] as const)),
    ...(countCharacters(note.trim()) > MAX_NOTE_LENGTH ? (['note'] as const) : []),
  ]

  const setSlot = (slot: Slot) => setWantedSlots((slots) => ({ ...slots, [kind]: slot }))

  /** Shows what the shop offers now, as a refusal of the order says; what the buyer chose is not replaced by anything else. */
  const applyRefusal = (failure: Failure) => {
    delivery.refresh(failure)
    if (failure.code === 'payment-unavailable') setMethod(null)
  }

  /** Sets the note unless the buyer has edited it. */
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
      ...(delivery.slot ? { slot: delivery.slot } : {}),
    }

  return {
    ...{ kind, setKind, methods, method, setMethod, day, setDay, delivery, setSlot },
    /** True if the buyer, and not the form, chose the slot. */
    isSlotChosen: wantedSlots[kind] !== undefined,
    ...{ note, setNote, suggestNote, lines, sums, invalidFields, body, applyRefusal },
  }
}

export type CheckoutForm = ReturnType<typeof useCheckoutForm>
