import { Type } from '@sinclair/typebox'
import { onlineMethods, paymentMethods } from '@/domain/payment/payment'
import { attemptStates } from '@/domain/payment/payment-attempt'
import { buyerPlaces } from '@/domain/payment/payment-rights'
import { MAX_REFUND_NOTE_LENGTH, refundBanks, refundStates } from '@/domain/payment/refund'
import { trades } from '@/domain/shop/trade'
import { OrderParams, OrderShape } from '../order/orders'
import type { Route } from '../route'
import { LoginCodeShape } from '../sessions'
import { CheckedWords, Exact, IdShape, MomentShape, OneOf, ShownWords, SumShape, Words } from '../shapes'

/** The parameters that open the till: those of WeChat's cashier, the address of a page, or a QR code that a phone scans. */
export const TillShape = Type.Union([
  Exact({
    kind: Type.Literal('wechat-cashier'),
    params: Exact({
      appId: Type.String(),
      timeStamp: Type.String(),
      nonceStr: Type.String(),
      package: Type.String(),
      signType: Type.Literal('RSA'),
      paySign: Type.String(),
    }),
  }),
  Exact({ kind: Type.Literal('redirect'), url: Type.String() }),
  /** Only for the place `computer`. `image` is the code of `text` as a data URI. */
  Exact({ kind: Type.Literal('qr-code'), text: Type.String(), image: Type.String() }),
])

export const PaymentShape = Exact({
  id: IdShape,
  method: OneOf(onlineMethods),
  state: OneOf(attemptStates),
  amount: SumShape,
  /** Until then the payment can be made. */
  expiresAt: MomentShape,
})

/** A payment of one's own for another buyer. */
const LinkedPaymentShape = Exact({
  ...PaymentShape.properties,
  /** The state of the refund of a payment that paid nothing, because the order was closed or paid before. */
  returned: Type.Optional(OneOf(refundStates)),
})

/** The place and the parameters with which a payment is begun. */
const PaymentStartShape = Exact({
  place: OneOf(buyerPlaces),
  /** The page to return to from a till that is a page; of the site that asks. */
  returnUrl: Type.Optional(Type.String({ maxLength: 500, pattern: '^https?://' })),
  /** The code with which WeChat's browser returned from the sign-in that the till required. */
  code: Type.Optional(LoginCodeShape),
})

/** A payment with its till, or without one when the payment is over. */
const StartedPaymentShape = Exact({ ...PaymentShape.properties, till: Type.Optional(TillShape) })

const LinkParams = Exact({
  ...OrderParams.properties,
  linkKey: Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' }),
})

const { state, payment, lines, goods, freight, total, fulfilment, payUntil } = OrderShape.properties

/** An order for somebody who pays it for its buyer. */
export const LinkedOrderShape = Exact({
  shop: Exact({ name: ShownWords('shop-name'), slug: Type.String(), trade: OneOf(trades) }),
  ...{ state, payment, lines, goods, freight, total, fulfilment, payUntil },
})

const PaymentParams = Exact({ ...OrderParams.properties, paymentId: IdShape })

export const paymentRoutes = {
  'PUT /api/shops/:shopId/orders/:orderId/payments/:paymentId': {
    summary:
      'Begin to pay an order online. The same request again opens the same till. In the browser of WeChat the first till is the page of its sign-in, which returns with a `code`. `payment-unavailable` when the method cannot finish where the buyer is, `not-allowed-now` when the order does not wait for a payment.',
    access: 'owner-or-buyer',
    params: PaymentParams,
    body: PaymentStartShape,
    reply: StartedPaymentShape,
  },
  'GET /api/shops/:shopId/orders/:orderId/payments/:paymentId': {
    summary:
      'The state of a payment, with its order. A phone’s report of success proves nothing, so the payment service is asked while the payment is open.',
    access: 'owner-or-buyer',
    params: PaymentParams,
    reply: Exact({ payment: PaymentShape, order: OrderShape }),
  },
  'PUT /api/shops/:shopId/orders/:orderId/payment-method': {
    summary:
      'Choose another payment method for an order that waits for its payment: its buyer. Payments under way are closed at their service first. The same method again answers the same; `not-allowed-now` with the order once it is paid or over, `payment-unavailable` for a method that the shop does not take for it, `unavailable` while a service does not answer.',
    access: 'owner-or-buyer',
    params: OrderParams,
    body: Exact({ method: OneOf(paymentMethods) }),
    reply: OrderShape,
  },
  'GET /api/shops/:shopId/orders/:orderId/pay-links/:linkKey': {
    summary:
      'An order for somebody who pays it for its buyer, who shares the key: goods and amounts, and nothing about the buyer.',
    access: 'anyone',
    params: LinkParams,
    reply: LinkedOrderShape,
  },
  'PUT /api/shops/:shopId/orders/:orderId/pay-links/:linkKey/attempts/:paymentId': {
    summary: 'Begin to pay an order for its buyer, as its buyer begins a payment.',
    access: 'signed-in',
    params: Exact({ ...LinkParams.properties, paymentId: IdShape }),
    body: PaymentStartShape,
    reply: StartedPaymentShape,
  },
  'GET /api/shops/:shopId/orders/:orderId/pay-links/:linkKey/attempts/:paymentId': {
    summary: 'The state of a payment of one’s own for another buyer, with the order.',
    access: 'signed-in',
    params: Exact({ ...LinkParams.properties, paymentId: IdShape }),
    reply: Exact({ payment: LinkedPaymentShape, order: LinkedOrderShape }),
  },
  'PUT /api/shops/:shopId/orders/:orderId/refund-card': {
    summary:
      'Let the payment service pay refunds that failed to a debit card of the buyer. Name and number are encrypted for the service, and the server keeps nothing of them. `not-allowed-now` (with the order) when there is none, `bad-input` for a card that the service refuses, `unavailable` when it does not answer.',
    access: 'owner',
    params: OrderParams,
    body: Exact({
      bank: OneOf(refundBanks),
      name: Words(1, 40),
      number: Type.String({ pattern: '^\\d{12,19}$' }),
    }),
    reply: OrderShape,
  },
  'PUT /api/shops/:shopId/orders/:orderId/refund-to-seller': {
    summary:
      'Let the payment service pay refunds that failed to the account of the shop, which then returns the money in person. `not-allowed-now` (with the order) when there is none, `unavailable` when the service does not answer or refuses.',
    access: 'owner',
    params: OrderParams,
    reply: OrderShape,
  },
  'PUT /api/shops/:shopId/orders/:orderId/refunds/:refundId': {
    summary:
      'Return a part of what was paid online for an order, or the rest of it. The same request again answers the same. `not-allowed-now` when nothing is left to return, or another amount than the owner saw.',
    access: 'owner',
    params: Exact({ ...OrderParams.properties, refundId: IdShape }),
    body: Exact({
      /** In fen, at most what is left. */
      amount: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
      /** The note about it that the buyer reads. */
      note: CheckedWords('refund-note', 1, MAX_REFUND_NOTE_LENGTH),
      /** The amount left to return that the owner saw, in fen; older apps do not send it. */
      refundable: Type.Optional(SumShape),
    }),
    reply: OrderShape,
  },
} as const satisfies Record<string, Route>
