import { Type } from '@sinclair/typebox'
import { onlineMethods } from '@/domain/payment/payment'
import { buyerPlaces } from '@/domain/payment/payment-rights'
import { ProductShape } from '../product/products'
import type { Route } from '../route'
import { Exact, OneOf, SlugShape, SumShape } from '../shapes'
import { LookShape } from './looks'
import { ShopShape } from './shops'

export const storefrontRoutes = {
  'GET /api/storefronts/:slug': {
    summary:
      'All that the first screen of a storefront needs, in one request: shop, look, the first 40 products on sale and those that its look shows by themselves; more by `GET /api/shops/:shopId/products` with `next`.',
    access: 'anyone',
    params: Exact({ slug: SlugShape }),
    reply: Exact({
      shop: ShopShape,
      look: LookShape,
      products: Type.Array(ProductShape),
      next: Type.Optional(Type.String()),
      /** The online methods of payment and where each can finish; absent when there are none. */
      onlinePayments: Type.Optional(
        Type.Array(
          Exact({
            method: OneOf(onlineMethods),
            places: Type.Array(OneOf(buyerPlaces)),
            max: Type.Optional(SumShape),
          }),
        ),
      ),
    }),
  },
} as const satisfies Record<string, Route>
