import { Type } from '@sinclair/typebox'
import { ProductShape } from '../product/products'
import type { Route } from '../route'
import { Exact, IdShape, MomentShape, ShopParams } from '../shapes'
import { LookShape } from './looks'
import { ManagedShopShape } from './shops'

/** The `kind` field of an exported file. */
export const EXPORT_KIND = 'kaizhang-shop'
/**
 * Increased when the schema no longer accepts older exports, as after a new required field; `check-export.ts` then upgrades those. A
 * new optional field keeps the number, and an older server rejects a file that has it.
 */
export const EXPORT_FORMAT = 1

/**
 * `shop.json` of an exported shop: settings, published look and all products in order, on sale or not; no orders, owners
 * or keys. Photos are stored beside it as `photos/<hash>-<width>.webp`, the crops of the logo and the
 * banner as `photos/<hash>-<crop>.webp`. Exporting is deterministic.
 */
export const ShopExport = Exact({
  kind: Type.Literal(EXPORT_KIND),
  format: Type.Literal(EXPORT_FORMAT),
  shop: ManagedShopShape,
  look: LookShape,
  products: Type.Array(ProductShape),
})

const ExportLinkShape = Exact({
  url: Type.String(),
  until: MomentShape,
  /** How much of the file is made, in percent; absent once it is finished. */
  progress: Type.Optional(Type.Integer({ minimum: 0, maximum: 99 })),
})

export const exportRoutes = {
  'POST /api/shops/:shopId/exports': {
    summary:
      'A link to the shop as a zip, for some minutes: its data and its photos, to keep, or to import elsewhere. Repeat the request until the file is finished; a download waits for it, too.',
    access: 'owner',
    params: ShopParams,
    body: Exact({ id: IdShape }),
    reply: ExportLinkShape,
  },
} as const satisfies Record<string, Route>
