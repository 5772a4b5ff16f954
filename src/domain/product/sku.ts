import type { Static } from '@sinclair/typebox'
import type { SkuShape } from '@/contract/product/products'

/** Weight is an integer number of grams. */
export type Grams = number

export type Sku = Static<typeof SkuShape>

export const MAX_SKUS = 20
export const MAX_STOCK = 1_000_000

/** The stock of a new product whose owner entered none. */
export const DEFAULT_STOCK = 100

/** From this stock down buyers read that little is left, and the owner is warned unless the shop has its own low-stock line. */
export const LOW_STOCK = 5

/** The highest low-stock line of a shop. */
export const MAX_LOW_STOCK = 1000
