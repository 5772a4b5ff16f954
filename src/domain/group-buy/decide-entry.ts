import type { groupBuyRoutes } from '@/contract/group-buys'
import type { BodyOf } from '@/contract/route'
import type { Id } from '../id'
import type { RequiredStock } from '../order/buyer-limits'
import { PAY_WITHIN_MS } from '../order/order-limits'
import type { NewOrder, OrderFacts, OrderRefusal } from '../order/place-order'
import { decideOrder, entryRules, pastedEntryRules } from '../order/place-order'
import { quantitiesBySku } from '../product/cart'
import { type GroupBuy, isAllTaken, isJoinable, isPaidAtJoining, MAX_ENTRIES, priceOf } from './group-buy'

/** A request to join, and the number in the chat from which the shop pasted it. */
export type EntryRequest = BodyOf<
  (typeof groupBuyRoutes)['PUT /api/shops/:shopId/group-buys/:groupBuyId/entries/:orderId']
> & { chatNumber?: number }

/** Everything that an entry depends on, besides what any order does. */
export interface EntryFacts {
  order: OrderFacts
  groupBuy: GroupBuy
  /** The number of the last entry. */
  lastEntry: number
  /** What other entries of the same person have of each sku. */
  ownTaken: ReadonlyMap<Id, number>
  isPasted: boolean
}

/** A new entry with the stock it takes, or the reason for its refusal. */
export type EntryDecision =
  | { order: NewOrder; required: RequiredStock[]; takesAll: boolean }
  | { refusal: OrderRefusal }

/** The goods of the group buy that a request exceeds, with what the person can still take of them. */
function exceeded({ groupBuy, ownTaken }: EntryFacts, request: EntryRequest) {
  return quantitiesBySku(request.lines).flatMap(([skuId, quantity]) => {
    const goods = groupBuy.goods.find((one) => one.skuId === skuId)
    if (!goods) return []
    const own = (goods.maxPerPerson ?? Number.POSITIVE_INFINITY) - (ownTaken.get(skuId) ?? 0)
    const most = Math.max(0, Math.min(goods.left, own))
    return quantity > most ? [{ skuId, most }] : []
  })
}

function refusalOf(facts: EntryFacts, request: EntryRequest): OrderRefusal | undefined {
  const { groupBuy, order, lastEntry } = facts
  const { state, endsAt, goods, points, fulfilments } = groupBuy
  if (!isJoinable(groupBuy, order.now)) {
    const code = state === 'cancelled' ? 'group-buy-cancelled' : 'group-buy-over'
    return { code, current: { state, endsAt } }
  }
  const { pointId, fulfilment } = request
  const isOffered =
    pointId === undefined
      ? fulfilments.includes(fulfilment.kind)
      : fulfilment.kind === 'pickup' && points.some(({ id }) => id === pointId)
  if (!isOffered)
    return { code: 'bad-input', fields: [{ path: '/fulfilment/kind', message: 'is not offered' }] }
  const gone = request.lines.map(({ skuId }) => skuId).filter((id) => !goods.some((one) => one.skuId === id))
  if (gone.length > 0) return { code: 'product-gone', current: { skuIds: gone } }
  const lines = exceeded(facts, request)
  if (lines.length > 0 || (lastEntry >= MAX_ENTRIES && request.replaces === undefined))
    return { code: 'group-buy-full', current: { lines } }
  return undefined
}

/** The facts with the prices of the group buy, and without the shop's days to choose: the group buy has its own. */
function factsOf({ order, groupBuy }: EntryFacts): OrderFacts {
  const { deliverySlots: _, ...shop } = order.shop
  const prices = new Map(groupBuy.goods.map((goods) => [goods.skuId, priceOf(goods)]))
  const offers = order.offers.map((offer) => ({ ...offer, price: prices.get(offer.skuId) ?? offer.price }))
  return { ...order, shop, offers, buyer: undefined }
}

/**
 * Prices an entry and applies every rule, in the order of the refusals: blocked shop or buyer, over, full, then those of orders. An entry
 * gathers until its group buy closes; online it is paid at once, or when the group buy has closed.
 */
export function decideEntry(facts: EntryFacts, request: EntryRequest): EntryDecision {
  const { groupBuy, order, isPasted } = facts
  const decision = decideOrder(factsOf(facts), request, isPasted ? pastedEntryRules : entryRules)
  const refusal = refusalOf(facts, request)
  if ('refusal' in decision && ['not-found', 'buyer-blocked'].includes(decision.refusal.code)) return decision
  if (refusal) return { refusal }
  if ('refusal' in decision) return decision
  const { expiresAt: _, payUntil, ...entry } = decision.order
  const point = groupBuy.points.find(({ id }) => id === request.pointId)
  const isPaidNow = payUntil !== undefined && isPaidAtJoining(groupBuy, order.now)
  return {
    required: decision.required,
    takesAll: isAllTaken(leftAfter(groupBuy.goods, request.lines)),
    order: {
      ...entry,
      gathering: true,
      ...(isPaidNow ? { payUntil: order.now + PAY_WITHIN_MS } : {}),
      groupBuy: {
        id: groupBuy.id,
        entry: 0,
        ...(point ? { point } : {}),
        ...(request.anonymous ? { anonymous: true } : {}),
        ...(request.chatNumber === undefined ? {} : { chatNumber: request.chatNumber }),
      },
    },
  }
}

const leftAfter = (goods: GroupBuy['goods'], lines: EntryRequest['lines']) => {
  const taken = new Map(quantitiesBySku(lines))
  return goods.map(({ skuId, left }) => ({ left: left - (taken.get(skuId) ?? 0) }))
}
