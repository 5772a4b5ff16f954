import type { Product } from '@/domain/sku'
import { visibleProducts } from './visible-products'

interface Pick {
  /** Empty for all. */
  category: string
  most: number
}

/** The first so many products that can be bought, of a category or of all. */
export const firstOf = (products: readonly Product[], { category, most }: Pick): Product[] =>
  visibleProducts(products, {
    category: category || null,
    soldOut: 'hidden',
    claimed: [],
    more: false,
  }).slice(0, most)
