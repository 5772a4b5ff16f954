import type { Product } from '@/domain/product'

/** The categories of the products on sale, in order of first appearance. */
export const categoriesOf = (products: readonly Product[]): string[] => [
  ...new Set(products.flatMap(({ onSale, category }) => (onSale && category ? [category] : []))),
]
