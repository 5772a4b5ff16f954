import type { Static } from '@sinclair/typebox'
import type { ProductShape } from '@/contract/product/products'
import type { Sku } from './sku'

/** A product of a shop. `version` counts edits; stock is not part of an edit and changes by deltas only. */
export type Product = Static<typeof ProductShape>

/** The sku shown on a card: the cheapest one in stock, else the cheapest. */
export function leadSku(product: Product): Sku | undefined {
  const byPrice = [...product.skus].sort((a, b) => a.price - b.price)
  return byPrice.find((sku) => sku.stock > 0) ?? byPrice[0]
}

export const totalStock = (product: Product): number => product.skus.reduce((sum, sku) => sum + sku.stock, 0)

export const isSoldOut = (product: Product): boolean => totalStock(product) === 0
