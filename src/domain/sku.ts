import type { Id } from './id'
import type { Fen } from './money'
import type { Photo } from './photo'

/** Weight is an integer number of grams. */
export type Grams = number

/** The sellable unit: a price and a stock. `label` tells skus of one product apart ("大盒"). */
export interface Sku {
  id: Id
  label?: string
  price: Fen
  stock: number
  weight?: Grams
}

/** `version` counts edits; stock is not part of an edit, it moves by deltas only. */
export interface Product {
  id: Id
  version: number
  name: string
  unit: string
  category?: string
  note?: string
  photos: Photo[]
  skus: Sku[]
  onSale: boolean
  createdAt: number
}

export const MAX_SKUS = 20
export const MAX_STOCK = 1_000_000

/** How much a fresh product has when nobody counted: enough not to bother, few enough to notice. */
export const DEFAULT_STOCK = 100

/** Few enough that the owner should know. */
export const LOW_STOCK = 5

/** The sku shown on a card: the cheapest that can be bought, else the cheapest. */
export function leadSku(product: Product): Sku | undefined {
  const byPrice = [...product.skus].sort((a, b) => a.price - b.price)
  return byPrice.find((sku) => sku.stock > 0) ?? byPrice[0]
}

export const stockOf = (product: Product): number => product.skus.reduce((sum, sku) => sum + sku.stock, 0)

export const isSoldOut = (product: Product): boolean => stockOf(product) === 0
