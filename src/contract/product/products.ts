import { Type } from '@sinclair/typebox'
import { MAX_PRODUCT_PHOTOS } from '@/domain/photo'
import { mapProductTexts, productTexts } from '@/domain/product/product-texts'
import { MAX_SKUS, MAX_STOCK } from '@/domain/product/sku'
import { MAX_SEARCH_LENGTH } from '@/domain/search'
import type { Route } from '../route'
import {
  CheckedWords,
  Exact,
  IdShape,
  MomentShape,
  OneOf,
  PageOf,
  PageQuery,
  PriceShape,
  ShopParams,
  VersionShape,
  Words,
} from '../shapes'
import { PhotoShape } from './photos'

/** The sellable unit: a price and a stock. `label` distinguishes the skus of one product ("大盒"). */
export const SkuShape = Exact({
  id: IdShape,
  label: Type.Optional(CheckedWords('sku-label', 1, 20)),
  price: PriceShape,
  stock: Type.Integer({ minimum: 0, maximum: MAX_STOCK }),
  /** In grams. */
  weight: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
})

const texts = {
  name: CheckedWords('product-name', 1, 40),
  unit: CheckedWords('product-unit', 1, 8),
  ...mapProductTexts((name) => Type.Optional(CheckedWords(`product-${name}`, 1, productTexts[name]))),
}

export const ProductShape = Exact({
  id: IdShape,
  version: VersionShape,
  ...texts,
  photos: Type.Array(PhotoShape),
  skus: Type.Array(SkuShape),
  onSale: Type.Boolean(),
  createdAt: MomentShape,
})

/** A product as its owner edits it. A sku's `stock` is used only when the sku is new. */
export const ProductInput = Exact({
  ...texts,
  photos: Type.Array(IdShape, { maxItems: MAX_PRODUCT_PHOTOS, uniqueItems: true }),
  skus: Type.Array(SkuShape, { minItems: 1, maxItems: MAX_SKUS }),
  onSale: Type.Boolean(),
})

export const ProductParams = Exact({ ...ShopParams.properties, productId: IdShape })

export const productRoutes = {
  'GET /api/shops/:shopId/products': {
    summary:
      'Products of a shop in its order. Its owner also sees those not on sale. `search` finds names, categories and the pinyin initials of both. `stock=low`, for the owner and her helpers, finds those on sale of which a sku is nearly sold out by the line of the shop; for others it changes nothing.',
    access: 'anyone',
    params: ShopParams,
    query: Exact({
      ...PageQuery.properties,
      search: Type.Optional(Words(1, MAX_SEARCH_LENGTH)),
      stock: Type.Optional(OneOf(['low'])),
    }),
    reply: PageOf(ProductShape),
  },
  'GET /api/shops/:shopId/products/:productId': {
    summary: 'One product. Not on sale is not found, but for its owner.',
    access: 'anyone',
    params: ProductParams,
    reply: ProductShape,
  },
  'PUT /api/shops/:shopId/products/:productId': {
    summary:
      'Add (version 0) or change a product; a stale version is 409 `version-conflict` with the product as it is. The stock of skus that exist is left alone.',
    access: 'manager',
    help: 'save-product',
    params: ProductParams,
    body: Type.Composite([Exact({ version: VersionShape }), ProductInput], { additionalProperties: false }),
    reply: ProductShape,
  },
  'PUT /api/shops/:shopId/products/:productId/place': {
    summary:
      'Put a product behind another one, or to the top without `after`. Its version stays; doing it again is fine.',
    access: 'manager',
    help: 'save-product',
    params: ProductParams,
    body: Exact({ after: Type.Optional(IdShape) }),
    reply: Exact({ placed: Type.Boolean() }),
  },
  'POST /api/shops/:shopId/products/on-sale': {
    summary:
      'Show or hide several products at once, and answer them as they are then. Doing it again is fine; ids of products that are gone are left out.',
    access: 'manager',
    help: 'save-product',
    params: ShopParams,
    body: Exact({
      productIds: Type.Array(IdShape, { minItems: 1, maxItems: 100, uniqueItems: true }),
      onSale: Type.Boolean(),
    }),
    reply: Exact({ items: Type.Array(ProductShape) }),
  },
  'DELETE /api/shops/:shopId/products/:productId': {
    summary: 'Take a product away for good; orders keep their lines. Doing it again is fine.',
    access: 'manager',
    help: 'remove-product',
    params: ProductParams,
    reply: Exact({ removed: Type.Boolean() }),
  },
  'POST /api/shops/:shopId/skus/:skuId/stock': {
    summary:
      'Move a stock by a delta, once per `id`; below zero is 409 `out-of-stock` with the stock there is.',
    access: 'manager',
    help: 'move-stock',
    params: Exact({ ...ShopParams.properties, skuId: IdShape }),
    body: Exact({ id: IdShape, delta: Type.Integer({ minimum: -MAX_STOCK, maximum: MAX_STOCK }) }),
    reply: Exact({ skuId: IdShape, stock: Type.Integer() }),
  },
} as const satisfies Record<string, Route>
