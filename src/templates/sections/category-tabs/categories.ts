import { orderCategories } from '@/domain/categories'
import type { Product } from '@/domain/product'
import type { SectionShop } from '../../section'

/** The categories of the products on sale, in the seller's order, else in that of first appearance. */
export const categoriesOf = (
  products: readonly Product[],
  { categories }: Pick<SectionShop, 'categories'>,
): string[] =>
  orderCategories(
    [...new Set(products.flatMap(({ onSale, category }) => (onSale && category ? [category] : [])))],
    categories,
  )
