import { Type } from '@sinclair/typebox'
import { heldReasons } from '@/domain/order/parcel'
import type { Route } from '../route'
import { Exact, IdShape, OneOf, ShopParams, SumShape } from '../shapes'
import { OrderParams, OrderShape, ParcelShape } from './orders'

/** An order whose money WeChat holds, and what it waits for. */
const HeldOrderShape = Exact({
  orderId: IdShape,
  number: Type.Integer(),
  amount: SumShape,
  reason: OneOf(heldReasons),
  /** WeChat's error code when it refused the last report, or `NO_PAYER` when none is possible: the payer has deleted their data. */
  refused: Type.Optional(Type.String()),
})

export const HeldMoneyShape = Exact({
  count: Type.Integer(),
  amount: SumShape,
  /** The first fifty. */
  orders: Type.Array(HeldOrderShape),
})

export const parcelRoutes = {
  'PUT /api/shops/:shopId/orders/:orderId/parcel': {
    summary:
      'Say by which parcel an order was sent, or correct it. The same again changes nothing; `not-allowed-now` for an order that was not sent by courier, and after several corrections; `bad-input` for another carrier (`OTHER`) while WeChat holds the money.',
    access: 'owner',
    params: OrderParams,
    body: ParcelShape,
    reply: OrderShape,
  },
  'GET /api/shops/:shopId/held-money': {
    summary:
      'The money of payments in mini-programs that WeChat holds until their orders are reported as sent, the oldest orders first.',
    access: 'owner',
    params: ShopParams,
    reply: HeldMoneyShape,
  },
} as const satisfies Record<string, Route>
