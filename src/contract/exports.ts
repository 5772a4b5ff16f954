import { Type } from '@sinclair/typebox'
import { LookShape } from './looks'
import { ProductShape } from './products'
import type { Route } from './route'
import { Exact, IdShape, MomentShape, ShopParams } from './shapes'
import { OwnShopShape } from './shops'

/** What an exported file says it is. */
export const EXPORT_KIND = 'kaizhang-shop'
export const EXPORT_FORMAT = 1

/**
 * `shop.json` of an exported shop: all that its owner made, as it is published, with every product, on sale or not, in
 * their order. Photos lie beside it as `photos/<hash>-<width>.webp`. Orders, owners and keys are not in it. The same
 * shop exported twice is the same file.
 */
export const ShopExport = Exact({
  kind: Type.Literal(EXPORT_KIND),
  format: Type.Literal(EXPORT_FORMAT),
  shop: OwnShopShape,
  look: LookShape,
  products: Type.Array(ProductShape),
})

export const exportRoutes = {
  'POST /api/shops/:shopId/exports': {
    summary:
      'A link to the shop as a zip, for some minutes: its data and its photos, to keep, or to import elsewhere.',
    access: 'owner',
    params: ShopParams,
    body: Exact({ id: IdShape }),
    reply: Exact({ url: Type.String(), until: MomentShape }),
  },
} as const satisfies Record<string, Route>
