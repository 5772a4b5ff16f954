import type { Product } from '@/domain/sku'

/** The categories of what is on sale, in the order the products bring them. */
export const categoriesOf = (products: readonly Product[]): string[] => [
  ...new Set(products.flatMap(({ onSale, category }) => (onSale && category ? [category] : []))),
]
