import { useState } from 'react'
import { isPaidAtJoining, priceOf } from '@/domain/group-buy/group-buy'
import type { Fulfilment } from '@/domain/order/fulfilment'
import { needsAddress } from '@/domain/order/fulfilment'
import type { OrderSummary } from '@/domain/order/order'
import { availablePaymentMethods, onlineMethodsAt } from '@/domain/payment/available-payments'
import type { PaymentMethod } from '@/domain/payment/payment'
import { calculateTotals } from '@/domain/product/cart'
import { invalidReceiverFields, normalizeReceiver, type Receiver } from '@/domain/receiver/receiver'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { payment } from '@/platform/payment/payment'
import type { GroupBuyReply } from './group-buy-page'
import type { JoinBody } from './join-attempts'

/** Where or how goods are handed out: a point, or a way of the shop. */
export interface Place {
  key: string
  kind: Fulfilment
  pointId?: string
}

const placesOf = ({ points, fulfilments }: GroupBuyReply['groupBuy']): Place[] => [
  ...points.map(({ id }) => ({ key: id, kind: 'pickup' as const, pointId: id })),
  ...fulfilments.map((kind) => ({ key: kind, kind })),
]

/** What a buyer is about to take, from nothing or from an entry that is changed. */
export function useEntryDraft(
  { groupBuy, shop, onlinePayments }: GroupBuyReply,
  receiver: Required<Receiver>,
) {
  const [quantities, setQuantities] = useState<Record<string, number>>({})
  const [replaced, setReplaced] = useState<OrderSummary>()
  const [placeKey, setPlaceKey] = useState<string>()
  const [wantedMethod, setMethod] = useState<PaymentMethod>()
  const [isAnonymous, setAnonymous] = useState(false)
  const [note, setNote] = useState('')

  const places = placesOf(groupBuy)
  const place = places.find(({ key }) => key === placeKey) ?? (places.length === 1 ? places[0] : undefined)
  const kind = place?.kind ?? 'pickup'
  const lines = groupBuy.goods.flatMap((goods) => {
    const quantity = quantities[goods.skuId] ?? 0
    return quantity > 0 ? [{ skuId: goods.skuId, quantity, price: priceOf(goods) }] : []
  })
  const totals = calculateTotals(lines, shop.freight, kind)
  const methods = availablePaymentMethods(
    kind,
    shop.payments,
    onlineMethodsAt(payment.place(), totals.total, onlinePayments),
  )
  const method = wantedMethod && methods.includes(wantedMethod) ? wantedMethod : methods[0]
  const { name, phone, address } = normalizeReceiver(receiver)
  const replacedQuantity = (skuId: string) =>
    replaced?.lines.filter((line) => line.skuId === skuId).reduce((sum, line) => sum + line.quantity, 0) ?? 0

  return {
    ...{ places, place, kind, lines, totals, methods, method, isAnonymous, note, replaced },
    ...{ setMethod, setAnonymous, setNote },
    choosePlace: ({ key }: Place) => setPlaceKey(key),
    quantityOf: (skuId: string) => quantities[skuId] ?? 0,
    /** The most that can be taken of goods, with what the replaced entry has. */
    mostOf: ({
      skuId,
      left,
      maxPerPerson = Number.POSITIVE_INFINITY,
    }: GroupBuyReply['groupBuy']['goods'][number]) =>
      Math.min(left + replacedQuantity(skuId), maxPerPerson, 999),
    setQuantity: (skuId: string, quantity: number) =>
      setQuantities((before) => ({ ...before, [skuId]: Math.max(0, quantity) })),
    fill: (all: readonly { skuId: string; quantity: number }[]) =>
      setQuantities(
        Object.fromEntries(
          all.flatMap(({ skuId, quantity }) => {
            const left = groupBuy.goods.find((goods) => goods.skuId === skuId)?.left ?? 0
            return left > 0 ? [[skuId, Math.min(quantity, left)]] : []
          }),
        ),
      ),
    /** Begins with an entry that is to be changed; `undefined` begins anew. */
    begin(order: OrderSummary | undefined) {
      setReplaced(order)
      setQuantities(Object.fromEntries((order?.lines ?? []).map(({ skuId, quantity }) => [skuId, quantity])))
      setPlaceKey(order?.groupBuy?.point?.id ?? order?.fulfilment)
      setAnonymous(order?.groupBuy?.anonymous === true)
      setNote(order?.note ?? '')
    },
    /** True when an online payment follows once the group buy has closed. */
    isPaidLater: !isPaidAtJoining(groupBuy, serverNow()),
    isComplete:
      place !== undefined &&
      method !== undefined &&
      invalidReceiverFields({ name, phone, address }, kind).length === 0,
    body: (): JoinBody | undefined =>
      place &&
      method && {
        lines: lines.map(({ skuId, quantity }) => ({ skuId, quantity })),
        fulfilment: { kind },
        ...(place.pointId ? { pointId: place.pointId } : {}),
        receiver: { name, phone, ...(needsAddress(kind) ? { address } : {}) },
        payment: { method },
        seenTotal: totals.total,
        ...(note.trim() ? { note: note.trim() } : {}),
        ...(isAnonymous ? { anonymous: true } : {}),
        ...(replaced ? { replaces: replaced.id } : {}),
      },
  }
}

export type EntryDraft = ReturnType<typeof useEntryDraft>
