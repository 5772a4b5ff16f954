import { Type } from '@sinclair/typebox'
import { afterSaleStates } from '@/domain/order/after-sale'
import { fulfilments } from '@/domain/order/fulfilment'
import { orderStates } from '@/domain/order/order'
import { paymentStates } from '@/domain/payment/payment'
import { trades } from '@/domain/shop/trade'
import { SlotShape } from './order/delivery-slots'
import { PhotoShape } from './product/photos'
import type { Route } from './route'
import {
  Exact,
  IdShape,
  MomentShape,
  OneOf,
  PageOf,
  PageQuery,
  ShownWords,
  SlugShape,
  SumShape,
} from './shapes'

export const meRoutes = {
  'GET /api/me/shops': {
    summary: 'The shops I own, newest first.',
    access: 'signed-in',
    query: PageQuery,
    reply: PageOf(
      Exact({
        id: IdShape,
        slug: SlugShape,
        name: ShownWords('shop-name'),
        trade: OneOf(trades),
        photo: Type.Optional(PhotoShape),
        waiting: Type.Integer(),
        openedAt: MomentShape,
      }),
    ),
  },
  'GET /api/me/orders': {
    summary: 'The orders I placed, across shops, newest first.',
    access: 'signed-in',
    query: PageQuery,
    reply: PageOf(
      Exact({
        id: IdShape,
        shopId: IdShape,
        shopName: ShownWords('shop-name'),
        slug: SlugShape,
        trade: OneOf(trades),
        number: Type.Integer(),
        state: OneOf(orderStates),
        payment: OneOf(paymentStates),
        afterSale: OneOf(afterSaleStates),
        total: SumShape,
        /** `first` and `photo` are of the first line; `lines` is the number of lines. */
        first: ShownWords('product-name'),
        photo: Type.Optional(PhotoShape),
        lines: Type.Integer(),
        /** The day, or half of it, for which the order is, and how the goods get to the buyer then. */
        slot: Type.Optional(SlotShape),
        fulfilment: OneOf(fulfilments),
        /** An entry of a group buy that is open or fell short. */
        gathering: Type.Optional(Type.Boolean()),
        createdAt: MomentShape,
      }),
    ),
  },
} as const satisfies Record<string, Route>
