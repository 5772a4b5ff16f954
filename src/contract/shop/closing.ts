import { Type } from '@sinclair/typebox'
import { orderStates } from '@/domain/order/order'
import type { Route } from '../route'
import { Exact, IdShape, MomentShape, OneOf, ShopParams, ShownWords, SumShape, Words } from '../shapes'

/** An order that has to end first. */
export const OpenOrderShape = Exact({
  id: IdShape,
  shopId: IdShape,
  shopName: ShownWords('shop-name'),
  number: Type.Integer(),
  state: OneOf(orderStates),
  total: SumShape,
})

/** A number of orders, and the sum of their money in fen. */
const MoneyOfOrders = Exact({ orders: Type.Integer(), sum: SumShape })

export const ClosingShape = Exact({
  name: Type.String(),
  /** Present once the shop is closed, with the end of the time in which it can be opened again. */
  closedAt: Type.Optional(MomentShape),
  reopenUntil: Type.Optional(MomentShape),
  /** The number of all its orders. */
  orders: Type.Integer(),
  /** The orders that have to end before the shop can be closed, at most 50, the oldest first, and their number. */
  openOrders: Type.Array(OpenOrderShape),
  openCount: Type.Integer(),
  /** Finished orders for which buyers still may claim. */
  claimable: Type.Integer(),
  /** Finished orders whose money was not collected. */
  due: MoneyOfOrders,
  /** Cancelled orders whose money was not returned. */
  toReturn: MoneyOfOrders,
  /** Finished orders whose money WeChat holds until they are reported as sent, which is possible until the shop has ended. */
  held: MoneyOfOrders,
})

export const closingRoutes = {
  'GET /api/shops/:shopId/closing': {
    summary: 'The effects of closing the shop for good, and the orders that have to end before.',
    access: 'owner',
    params: ShopParams,
    reply: ClosingShape,
  },
  'PUT /api/shops/:shopId/closing': {
    summary:
      'Close the shop for good; `name` is its name, so that nobody closes it by a slip. `not-allowed-now`, with what is open, while orders are open. Seven days later everything goes that need not be kept. A closed shop stays as it is.',
    access: 'owner',
    params: ShopParams,
    body: Exact({ name: Words(1, 20) }),
    reply: ClosingShape,
  },
  'DELETE /api/shops/:shopId/closing': {
    summary: 'Open a closed shop again, within seven days. An open shop stays as it is.',
    access: 'owner',
    params: ShopParams,
    reply: ClosingShape,
  },
} as const satisfies Record<string, Route>
