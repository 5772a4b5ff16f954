import type { Product } from '@/domain/product/product'
import { visibleProducts } from './visible-products'

interface Selection {
  /** Empty for all. */
  category: string
  most: number
}

/** The first `most` products that can be bought, of one category or of all. */
export const firstProducts = (products: readonly Product[], { category, most }: Selection): Product[] =>
  visibleProducts(products, {
    category: category || null,
    soldOut: 'hidden',
    claimed: [],
    more: false,
  }).slice(0, most)
