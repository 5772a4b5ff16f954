import { Type } from '@sinclair/typebox'
import { afterSaleActions, afterSaleStates } from '@/domain/order/after-sale'
import { MAX_STEP_NOTE_LENGTH } from '@/domain/order/claim'
import { fulfilments } from '@/domain/order/fulfilment'
import { MAX_LINES, MAX_NOTE_LENGTH, MAX_QUANTITY, orderActions, orderStates } from '@/domain/order/order'
import { carriers, WAYBILL_PATTERN } from '@/domain/order/parcel'
import { actors } from '@/domain/order/transitions'
import { undoableSteps } from '@/domain/order/undo-step'
import { collectionMeans, MAX_COLLECTION_NOTE_LENGTH } from '@/domain/payment/collection'
import { paymentMethods, paymentStates } from '@/domain/payment/payment'
import { buyerPlaces } from '@/domain/payment/payment-rights'
import { RETURN_BY_HAND } from '@/domain/payment/refund'
import { trades } from '@/domain/shop/trade'
import { PhotoShape } from '../product/photos'
import type { Route } from '../route'
import {
  CheckedWords,
  DayShape,
  Exact,
  FileLinkShape,
  IdShape,
  MomentShape,
  OneOf,
  PageOf,
  PriceShape,
  ShopParams,
  ShownWords,
  SumShape,
} from '../shapes'
import { TodayShape, WaitingShape } from '../today'
import { ClaimRequestShape, ClaimShape } from './claims'
import { SlotShape } from './delivery-slots'
import { ChangeRequestShape } from './order-details'
import { OrderEntryShape } from './order-entry'
import { OrderQuery, orderFilter } from './order-filter'
import { ReceiverShape } from './receiver'
import { ReturnedMoneyShape } from './refunds'

/** The receiver of an order. Once nobody is responsible for the order any more, a part of it or nothing is left. */
const StoredReceiverShape = Exact({
  name: Type.String(),
  phone: Type.String(),
  address: Type.Optional(Type.String()),
})

export const OrderLineShape = Exact({
  skuId: IdShape,
  productId: IdShape,
  name: ShownWords('product-name'),
  label: Type.Optional(ShownWords('sku-label')),
  unit: ShownWords('product-unit'),
  price: PriceShape,
  quantity: Type.Integer(),
  date: Type.Optional(DayShape),
  photo: Type.Optional(PhotoShape),
})

/** The money that a seller received in person. */
export const CollectionShape = Exact({
  /** In fen. */
  amount: SumShape,
  means: OneOf(collectionMeans),
  /** Why it is not the total. */
  note: Type.Optional(CheckedWords('collection-note', 1, MAX_COLLECTION_NOTE_LENGTH)),
})

export const ParcelShape = Exact({
  carrier: OneOf(carriers),
  waybill: Type.String({ pattern: WAYBILL_PATTERN }),
})

export const OrderSummaryShape = Exact({
  id: IdShape,
  shopId: IdShape,
  /** Displayed order number, counted per shop from 1. */
  number: Type.Integer(),
  state: OneOf(orderStates),
  payment: Exact({
    method: OneOf(paymentMethods),
    state: OneOf(paymentStates),
    /** Once the seller has received it in person. */
    collected: Type.Optional(CollectionShape),
  }),
  afterSale: OneOf(afterSaleStates),
  lines: Type.Array(OrderLineShape),
  goods: SumShape,
  freight: SumShape,
  total: SumShape,
  fulfilment: OneOf(fulfilments),
  receiver: StoredReceiverShape,
  note: Type.Optional(ShownWords('order-note')),
  /** The day, or half of it, for which the buyer orders. */
  slot: Type.Optional(SlotShape),
  createdAt: MomentShape,
  updatedAt: MomentShape,
  /** When a waiting order is cancelled unless the shop accepts it before. */
  expiresAt: Type.Optional(MomentShape),
  /** When an order that waits for its payment in advance is cancelled unless it is paid before. */
  payUntil: Type.Optional(MomentShape),
  /** When silence decides an open claim or a request to cancel. */
  answerBy: Type.Optional(MomentShape),
  /** Until when the buyer can make a claim for a delivered order. */
  claimUntil: Type.Optional(MomentShape),
  /** The buyer may make a claim, by the server's clock, if it is paid. */
  claimable: Type.Optional(Type.Boolean()),
  /** The amount that a payment service could not return and the owner has to return in person, without claims; in fen. */
  unreturned: Type.Optional(SumShape),
  /** The service could not return the money of the claim, which the owner settles in person. */
  claimRefundFailed: Type.Optional(Type.Boolean()),
  /** By which parcel an order that goes by courier was sent. */
  parcel: Type.Optional(ParcelShape),
  /** Counts the changes of receiver, note and slot; absent before the first. */
  detailsVersion: Type.Optional(Type.Integer()),
  /** When the buyer changed them last. */
  changedAt: Type.Optional(MomentShape),
  /** The buyer's last request to change the order after the shop had accepted it. */
  changeRequest: Type.Optional(ChangeRequestShape),
  /** The step that the owner may still undo, by the server's clock. */
  undoableStep: Type.Optional(OneOf(undoableSteps)),
  /** An entry of a group buy that is open or fell short: nobody moves it but by the group buy. */
  gathering: Type.Optional(Type.Boolean()),
  /** The group buy of which it is an entry, with the number of the entry and where it is handed out. */
  groupBuy: Type.Optional(OrderEntryShape),
})

export const OrderEventShape = Exact({
  action: Type.String(),
  by: OneOf(actors),
  at: MomentShape,
  /** In fen, where the actor named an amount. */
  amount: Type.Optional(SumShape),
  /** The actor's note about it. */
  note: Type.Optional(ShownWords('step-note')),
})

export const OrderShape = Exact({
  ...OrderSummaryShape.properties,
  history: Type.Array(OrderEventShape),
})

export const OrderParams = Exact({ ...ShopParams.properties, orderId: IdShape })

/** An order with the role of the caller, and the shop's name, link and contact data. */
export const OrderView = Exact({
  order: OrderShape,
  role: OneOf(['owner', 'buyer']),
  shop: Exact({
    name: ShownWords('shop-name'),
    slug: Type.String(),
    /** Selects the drawing for lines without a photo. */
    trade: OneOf(trades),
    phone: Type.Optional(Type.String()),
    wechatId: Type.Optional(Type.String()),
    pickupPlace: Type.Optional(ShownWords('pickup-place')),
    /** True if buyers choose the day of an order with this fulfilment. */
    hasSlots: Type.Optional(Type.Boolean()),
  }),
  /** For the buyer of an order that waits for its payment: the key of the link by which others can pay it. */
  payLinkKey: Type.Optional(Type.String()),
  /** For the same buyer: the other payment methods that the order can have, and the places in which an online one can finish. */
  otherMethods: Type.Optional(
    Type.Array(
      Exact({ method: OneOf(paymentMethods), places: Type.Optional(Type.Array(OneOf(buyerPlaces))) }),
    ),
  ),
  claims: Type.Optional(Type.Array(ClaimShape)),
  /** Parts of an online payment that were returned, the oldest first. */
  refunds: Type.Optional(Type.Array(ReturnedMoneyShape)),
  /** For the owner: true if the service can pay refunds that failed to a card of the buyer. */
  canNameCard: Type.Optional(Type.Boolean()),
  /** The part of the paid amount that can still be returned, in fen. */
  refundable: Type.Optional(SumShape),
  /** For the owner: true if WeChat holds the money until the order is reported as sent. */
  isHeld: Type.Optional(Type.Boolean()),
  /** For the owner: true if the shop has blocked this buyer. */
  buyerBlocked: Type.Optional(Type.Boolean()),
})

export const OrderedLineShape = Exact({
  skuId: IdShape,
  quantity: Type.Integer({ minimum: 1, maximum: MAX_QUANTITY }),
  date: Type.Optional(DayShape),
})

export const StepActionShape = OneOf([
  ...orderActions,
  ...afterSaleActions,
  'collect',
  'undo-collect',
  RETURN_BY_HAND,
])

export const StepDetailsShape = Exact({
  /** The money that the owner received, with `finish` or `collect`; the total in cash when absent. */
  collected: Type.Optional(CollectionShape),
  /** In fen: what the owner offers, with `offer`; what is returned in person, with `return-by-hand`, as the order names it. */
  amount: Type.Optional(PriceShape),
  /** Why, with `offer` and `decline`; by which parcel, with `send-back` and `resend`. */
  note: Type.Optional(CheckedWords('step-note', 1, MAX_STEP_NOTE_LENGTH)),
  /** With `send`: the open request to change the order, which sending declines. */
  declines: Type.Optional(IdShape),
  /** With `send`: true when sending declines the buyer's request to cancel, which a paid order has to say. */
  declinesCancel: Type.Optional(Type.Boolean()),
  /** With `accept`: that of the order on the screen, 0 without it; not compared when absent. */
  detailsVersion: Type.Optional(Type.Integer({ minimum: 0 })),
})

export const orderRoutes = {
  'PUT /api/shops/:shopId/orders/:orderId': {
    summary:
      'Place an order. The server prices it anew: another total is 409 `price-changed`, too little stock 409 `out-of-stock`, a slot that is full or not offered 409 `slot-full` or `slot-gone`, each with the facts. `too-many-waiting`, `ask-the-shop` and `buyer-blocked` are limits of the shop. The same request again answers the same.',
    access: 'signed-in',
    params: OrderParams,
    body: Exact({
      lines: Type.Array(OrderedLineShape, { minItems: 1, maxItems: MAX_LINES }),
      fulfilment: Exact({ kind: OneOf(fulfilments) }),
      receiver: ReceiverShape,
      payment: Exact({ method: OneOf(paymentMethods) }),
      seenTotal: SumShape,
      note: Type.Optional(CheckedWords('order-note', 1, MAX_NOTE_LENGTH)),
      /** Required where the shop offers days to choose for this fulfilment. */
      slot: Type.Optional(SlotShape),
    }),
    reply: OrderShape,
  },
  'GET /api/shops/:shopId/orders': {
    summary:
      "A shop's orders without their history, those that match the query: newest first, those of state `placed` or `to-do` oldest first and without those that wait for a payment.",
    access: 'owner',
    params: ShopParams,
    query: OrderQuery,
    reply: PageOf(OrderSummaryShape),
  },
  'GET /api/shops/:shopId/orders/:orderId': {
    summary: 'One order, for its buyer and for the shop; nobody else learns that it exists.',
    access: 'owner-or-buyer',
    params: OrderParams,
    reply: OrderView,
  },
  'POST /api/shops/:shopId/orders/:orderId/steps': {
    summary:
      'Move an order by one step of the tables, once per `id`; a step not open now is 409 `not-allowed-now`, one repeated too often 409 `too-many-steps`. Sending an order whose buyer asks to change it declines that request and has to name it; sending a paid one whose buyer asks to cancel it declines that and has to say so; accepting names its `detailsVersion`.',
    access: 'owner-or-buyer',
    params: OrderParams,
    body: Exact({ id: IdShape, action: StepActionShape, ...StepDetailsShape.properties }),
    reply: OrderShape,
  },
  'PUT /api/shops/:shopId/orders/:orderId/claims/:claimId': {
    summary:
      'Claim money or goods for an order that was sent and paid: its buyer, within the window of its trade. The same request again answers the same; `not-allowed-now` outside of the window, or while another claim is open.',
    access: 'owner-or-buyer',
    params: Exact({ ...OrderParams.properties, claimId: IdShape }),
    body: ClaimRequestShape,
    reply: OrderShape,
  },
  'POST /api/shops/:shopId/orders/answers': {
    summary:
      'Accept or refuse several waiting orders at once, mark accepted ones as sent, finish those that were sent, or undo one of these steps within its time, once per `id`. Finishing collects the total in cash where it is due in person. Orders in another state, orders to accept whose buyer has changed them since they were seen, and orders to send or finish whose buyer waits for an answer stay unchanged.',
    access: 'owner',
    params: ShopParams,
    body: Exact({
      id: IdShape,
      answer: OneOf(['accept', 'refuse', 'send', 'finish', 'undo-accept', 'undo-send', 'undo-finish']),
      orderIds: Type.Array(IdShape, { minItems: 1, maxItems: 100, uniqueItems: true }),
      /** With `accept`: for each order the `detailsVersion` that the owner saw, 0 without it; not compared when absent. */
      detailsVersions: Type.Optional(Type.Array(Type.Integer({ minimum: 0 }), { maxItems: 100 })),
    }),
    /** The orders after the request, and how many of them it changed. */
    reply: Exact({ items: Type.Array(OrderSummaryShape), moved: Type.Integer() }),
  },
  'POST /api/shops/:shopId/orders/sheets': {
    summary:
      'A link to a spreadsheet of the orders that match, the newest 5000 with a row that says so when there are more, and of the goods that have to be packed for them.',
    access: 'owner',
    params: ShopParams,
    body: Exact(orderFilter),
    reply: FileLinkShape,
  },
  'GET /api/shops/:shopId/today': {
    summary: 'The to-dos of the owner, and the sales of today and of the six days before.',
    access: 'owner',
    params: ShopParams,
    reply: TodayShape,
  },
  'GET /api/shops/:shopId/waiting': {
    summary:
      'The number of orders that wait for the shop, and of claims that were made. Browsers follow it at /api/shops/:shopId/events, as server-sent events.',
    access: 'owner',
    params: ShopParams,
    reply: WaitingShape,
  },
} as const satisfies Record<string, Route>
