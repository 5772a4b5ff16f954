import { type Day, dayOf } from '../day'
import type { FieldError } from '../failure'
import type { GroupBuyState } from '../group-buy/group-buy'
import type { Id } from '../id'
import type { Fen } from '../money'
import { availablePaymentMethods } from '../payment/available-payments'
import { firstPaymentState, type PaymentMethod } from '../payment/payment'
import type { Photo } from '../photo'
import { type CartLine, calculateTotals, type Totals } from '../product/cart'
import { isClosed, type Shop } from '../shop/shop'
import {
  type BuyerHistory,
  isAddressLimitReached,
  isWaitingLimitReached,
  maxForBuyer,
  type RequiredStock,
  requiredStock,
} from './buyer-limits'
import { canHaveSlots, findSlot, type OfferedSlot, offeredSlots, slotRuleOf } from './delivery-slot'
import { type FreightRule, freightRuleOf } from './freight'
import type { Order, OrderLine } from './order'
import { expiryOf } from './order-expiry'
import { type OrderLimits, PAY_WITHIN_MS } from './order-limits'
import { type OrderRequest, orderRequestErrors } from './order-request'

/** A sku on sale, with what an order stores of it. */
export interface Offer {
  skuId: Id
  productId: Id
  name: string
  label?: string
  unit: string
  price: Fen
  stock: number
  photo?: Photo
}

/** Everything a new order depends on, as read from the database at `now` (epoch ms). */
export interface OrderFacts {
  shop: Shop
  limits: OrderLimits
  /** An operator has hidden the shop from buyers. */
  isShopBlocked: boolean
  /** The shop takes no orders from this buyer. */
  isBuyerBlocked: boolean
  /** Undefined when the limits on waiting orders do not apply. */
  buyer: BuyerHistory | undefined
  offers: readonly Offer[]
  /** The payment methods for which the server has a gateway. */
  onlineMethods: readonly PaymentMethod[]
  /** The number of orders of slots, by `slotKey`. */
  slotsTaken: ReadonlyMap<string, number>
  now: number
}

/** A new order, before it has an id and a number. */
export type NewOrder = Omit<Order, 'id' | 'number'>

type Stock = Pick<Offer, 'skuId' | 'stock'>
/** The shop's phone, where the buyer may ask. */
type Contact = Pick<Shop, 'phone'>

/** Why an order is refused: a failure code with the errors of the request, or with the current facts. */
export type OrderRefusal =
  | { code: 'not-found' }
  | { code: 'bad-input'; fields: FieldError[] }
  | { code: 'buyer-blocked'; current: Contact }
  | { code: 'shop-closed'; current: Pick<Shop, 'closedUntil' | 'closedNote'> }
  | { code: 'payment-unavailable'; current: { payments: PaymentMethod[] } }
  | { code: 'too-many-waiting'; current: Contact & { waiting?: number } }
  | { code: 'product-gone'; current: { skuIds: Id[] } }
  | {
      code: 'price-changed'
      current: { total: Fen; freight: Fen; rule: FreightRule; lines: (Stock & Pick<Offer, 'price'>)[] }
    }
  | { code: 'out-of-stock'; current: { lines: Stock[] } }
  | { code: 'slot-full' | 'slot-gone'; current: { slots: OfferedSlot[] } }
  | { code: 'ask-the-shop'; current: Contact & { lines: { skuId: Id; most: number }[] } }
  | { code: 'group-buy-over' | 'group-buy-cancelled'; current: { state: GroupBuyState; endsAt: number } }
  | { code: 'group-buy-full'; current: { lines: { skuId: Id; most: number }[] } }

/** An accepted order with the stock it takes, or the reason for its refusal. */
export type OrderDecision = { order: NewOrder; required: RequiredStock[] } | { refusal: OrderRefusal }

/** A request with its facts and prices, as the rules see it. Skus that are not on sale have no line. */
export interface OrderDraft {
  facts: OrderFacts
  request: OrderRequest
  /** The day of `now`. */
  today: Day
  offers: ReadonlyMap<Id, Offer>
  lines: OrderLine[]
  totals: Totals
  required: RequiredStock[]
}

function toLine(offer: Offer, { quantity, date }: CartLine): OrderLine {
  const { skuId, productId, name, unit, price, label, photo } = offer
  return {
    skuId,
    productId,
    name,
    unit,
    price,
    quantity,
    ...(label === undefined ? {} : { label }),
    ...(date === undefined ? {} : { date }),
    ...(photo ? { photo } : {}),
  }
}

function toDraft(facts: OrderFacts, request: OrderRequest): OrderDraft {
  const offers = new Map(facts.offers.map((offer) => [offer.skuId, offer]))
  const lines = request.lines.flatMap((line) => {
    const offer = offers.get(line.skuId)
    return offer ? [toLine(offer, line)] : []
  })
  const totals = calculateTotals(lines, facts.shop.freight, request.fulfilment.kind)
  const required = requiredStock(request.lines, facts.limits, facts.buyer)
  return { facts, request, today: dayOf(facts.now), offers, lines, totals, required }
}

export type OrderRule = (draft: OrderDraft) => OrderRefusal | undefined

const contactOf = ({ phone }: Shop): Contact => (phone === undefined ? {} : { phone })

const stockOfSku = ({ offers }: OrderDraft, skuId: Id): number => offers.get(skuId)?.stock ?? 0

const shopIsVisible: OrderRule = ({ facts: { isShopBlocked, shop } }) =>
  isShopBlocked || shop.closedAt !== undefined ? { code: 'not-found' } : undefined

const buyerIsNotBlocked: OrderRule = ({ facts }) =>
  facts.isBuyerBlocked ? { code: 'buyer-blocked', current: contactOf(facts.shop) } : undefined

const closureOf = ({ closedUntil, closedNote }: Shop): Pick<Shop, 'closedUntil' | 'closedNote'> => ({
  ...(closedUntil === undefined ? {} : { closedUntil }),
  ...(closedNote === undefined ? {} : { closedNote }),
})

const shopIsOpen: OrderRule = ({ facts: { shop }, today }) =>
  isClosed(shop, today) ? { code: 'shop-closed', current: closureOf(shop) } : undefined

const fulfilmentIsOffered: OrderRule = ({ facts: { shop }, request }) =>
  shop.fulfilments.includes(request.fulfilment.kind)
    ? undefined
    : { code: 'bad-input', fields: [{ path: '/fulfilment/kind', message: 'is not offered by this shop' }] }

const paymentIsAvailable: OrderRule = ({ facts: { shop, onlineMethods }, request }) => {
  const payments = availablePaymentMethods(request.fulfilment.kind, shop.payments, onlineMethods)
  return payments.includes(request.payment.method)
    ? undefined
    : { code: 'payment-unavailable', current: { payments } }
}

const requestIsValid: OrderRule = ({ request, today }) => {
  const fields = orderRequestErrors(request, today)
  return fields.length > 0 ? { code: 'bad-input', fields } : undefined
}

const fewOrdersWait: OrderRule = ({ facts: { shop, limits, buyer } }) => {
  if (buyer && isWaitingLimitReached(limits, buyer))
    return { code: 'too-many-waiting', current: { waiting: buyer.waiting.length, ...contactOf(shop) } }
  if (buyer && isAddressLimitReached(buyer)) return { code: 'too-many-waiting', current: contactOf(shop) }
  return undefined
}

const goodsAreOnSale: OrderRule = ({ required, offers }) => {
  const skuIds = required.map(({ skuId }) => skuId).filter((skuId) => !offers.has(skuId))
  return skuIds.length > 0 ? { code: 'product-gone', current: { skuIds } } : undefined
}

const totalWasSeen: OrderRule = ({
  facts: { shop },
  request,
  required,
  offers,
  totals: { total, freight },
}) => {
  if (total === request.seenTotal) return undefined
  const rule = freightRuleOf(shop.freight, request.fulfilment.kind)
  const lines = required.flatMap(({ skuId }) => {
    const offer = offers.get(skuId)
    return offer ? [{ skuId, price: offer.price, stock: offer.stock }] : []
  })
  return { code: 'price-changed', current: { total, freight, rule, lines } }
}

const stockSuffices: OrderRule = (draft) => {
  const lines = draft.required
    .filter(({ skuId, quantity }) => stockOfSku(draft, skuId) < quantity)
    .map(({ skuId }) => ({ skuId, stock: stockOfSku(draft, skuId) }))
  return lines.length > 0 ? { code: 'out-of-stock', current: { lines } } : undefined
}

const shareSuffices: OrderRule = (draft) => {
  const { limits, buyer, shop } = draft.facts
  if (!buyer) return undefined
  const lines = draft.required
    .filter(({ skuId, minStock }) => stockOfSku(draft, skuId) < minStock)
    .map(({ skuId }) => ({ skuId, most: maxForBuyer(skuId, stockOfSku(draft, skuId), limits, buyer) }))
  return lines.length > 0 ? { code: 'ask-the-shop', current: { lines, ...contactOf(shop) } } : undefined
}

const slotIsOpen: OrderRule = ({ facts: { shop, slotsTaken, now }, request: { slot, fulfilment } }) => {
  const { kind } = fulfilment
  const rule = slotRuleOf(shop.deliverySlots, kind)
  if (!rule && !slot) return undefined
  const slots = rule && canHaveSlots(kind) ? offeredSlots(kind, rule, now, slotsTaken) : []
  const offered = slot && findSlot(slots, slot)
  if (!offered) return { code: 'slot-gone', current: { slots } }
  return offered.isFull ? { code: 'slot-full', current: { slots } } : undefined
}

const buyerMayOrder = [shopIsVisible, buyerIsNotBlocked, shopIsOpen]
const goodsSuffice = [goodsAreOnSale, totalWasSeen, stockSuffices]

/** All rules, in the order in which their refusals are answered. */
const orderRules: readonly OrderRule[] = [
  ...buyerMayOrder,
  ...[fulfilmentIsOffered, paymentIsAvailable, requestIsValid, fewOrdersWait],
  ...goodsSuffice,
  ...[shareSuffices, slotIsOpen],
]

/** The rules of orders that also apply to an entry of a group buy, which has limits and places of its own. */
export const entryRules: readonly OrderRule[] = [
  ...buyerMayOrder,
  ...[paymentIsAvailable, requestIsValid],
  ...goodsSuffice,
]

/** Those of an entry that the shop has pasted: it needs no phone, and is paid at the pickup. */
export const pastedEntryRules: readonly OrderRule[] = [shopIsVisible, ...goodsSuffice]

/** An order paid online has a time to pay first; it waits for the shop, and expires, once it is paid. */
function toOrder({ facts: { shop, limits, now }, request, lines, totals }: OrderDraft): NewOrder {
  const { fulfilment, receiver, note, slot } = request
  const { method } = request.payment
  const state = firstPaymentState(method)
  const expiresAt = state === 'due' ? expiryOf(limits, now, { slot, lines }) : undefined
  return {
    shopId: shop.id,
    state: 'placed',
    payment: { method, state },
    afterSale: 'none',
    lines,
    goods: totals.goods,
    freight: totals.freight,
    total: totals.total,
    fulfilment: fulfilment.kind,
    receiver,
    createdAt: now,
    updatedAt: now,
    history: [],
    ...(note === undefined ? {} : { note }),
    ...(slot ? { slot } : {}),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(state === 'pending' ? { payUntil: now + PAY_WITHIN_MS } : {}),
  }
}

/** Prices a request and applies every rule. The result depends only on the arguments. */
export function decideOrder(
  facts: OrderFacts,
  request: OrderRequest,
  rules: readonly OrderRule[] = orderRules,
): OrderDecision {
  const draft = toDraft(facts, request)
  for (const rule of rules) {
    const refusal = rule(draft)
    if (refusal) return { refusal }
  }
  return { order: toOrder(draft), required: draft.required }
}
