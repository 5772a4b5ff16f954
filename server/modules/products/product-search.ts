import type { Product } from '@/domain/product/product'
import { searchTextOf } from '../../search-text'

/** The text by which a product is found: its name and category. */
export const productSearchText = ({ name, category = '' }: Pick<Product, 'name' | 'category'>): string =>
  searchTextOf([name, category])
