import { useState } from 'react'
import { type GroupBuyGoods, isPaidAtJoining, priceOf } from '@/domain/group-buy/group-buy'
import type { Fulfilment } from '@/domain/order/fulfilment'
import { needsAddress } from '@/domain/order/fulfilment'
import { MAX_QUANTITY, type OrderSummary } from '@/domain/order/order'
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

const quantityIn = (entries: readonly OrderSummary[], skuId: string): number =>
  entries
    .flatMap(({ lines }) => lines)
    .filter((line) => line.skuId === skuId)
    .reduce((sum, { quantity }) => sum + quantity, 0)

/** What a buyer with these entries is about to take, from nothing or from an entry that is changed. */
export function useEntryDraft(
  { groupBuy, shop, onlinePayments }: GroupBuyReply,
  receiver: Required<Receiver>,
  entries: readonly OrderSummary[],
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
  const others = entries.filter(({ id }) => id !== replaced?.id)
  /** The most that can be taken of goods now, with what the replaced entry has and without what other entries of the buyer have. */
  const mostOf = ({ skuId, left, maxPerPerson = Number.POSITIVE_INFINITY }: GroupBuyGoods) => {
    const free = left + quantityIn(replaced ? [replaced] : [], skuId)
    return Math.max(0, Math.min(free, maxPerPerson - quantityIn(others, skuId), MAX_QUANTITY))
  }
  const quantityOf = (goods: GroupBuyGoods) => Math.min(quantities[goods.skuId] ?? 0, mostOf(goods))
  const lines = groupBuy.goods.flatMap((goods) => {
    const quantity = quantityOf(goods)
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

  return {
    ...{ places, place, kind, lines, totals, methods, method, isAnonymous, note, replaced },
    ...{ setMethod, setAnonymous, setNote },
    choosePlace: ({ key }: Place) => setPlaceKey(key),
    mostOf,
    quantityOf,
    setQuantity: (skuId: string, quantity: number) =>
      setQuantities((before) => ({ ...before, [skuId]: Math.max(0, quantity) })),
    /** Begins with these quantities, as far as they can be taken. */
    fill: (all: readonly { skuId: string; quantity: number }[]) =>
      setQuantities(Object.fromEntries(all.map(({ skuId, quantity }) => [skuId, quantity]))),
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
