import { Type } from '@sinclair/typebox'
import { LookShape } from './looks'
import { ProductShape } from './products'
import type { Route } from './route'
import { Exact, SlugShape } from './shapes'
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
    }),
  },
} as const satisfies Record<string, Route>
