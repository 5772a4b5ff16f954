import type { Shop } from '../shop/shop'
import type { Product } from './product'

/** Puts the names of categories into the seller's order; those without a place in it stay in their order, at the end. */
export const orderCategories = (names: readonly string[], order: readonly string[] = []): string[] => [
  ...order.filter((name) => names.includes(name)),
  ...names.filter((name) => !order.includes(name)),
]

/** The categories of the products on sale, in the seller's order, else in that of first appearance. */
export const categoriesOf = (
  products: readonly Pick<Product, 'onSale' | 'category'>[],
  { categories }: Pick<Shop, 'categories'>,
): string[] =>
  orderCategories(
    [...new Set(products.flatMap(({ onSale, category }) => (onSale && category ? [category] : [])))],
    categories,
  )
