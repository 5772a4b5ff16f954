import type { ExpressionBuilder } from 'kysely'
import type { Product } from '@/domain/product'
import { normalizeSearch } from '@/domain/search'
import type { Tables } from '../../db/tables'
import { likePattern, searchTextOf } from '../../search-text'

/** The text by which a product is found: its name and category. */
export const productSearchText = ({ name, category = '' }: Pick<Product, 'name' | 'category'>): string =>
  searchTextOf([name, category])

/** Finds products by name, category or the pinyin initials of either; `undefined` for a text that nothing can contain. */
export function matchesProduct(text: string) {
  const wanted = normalizeSearch(text)
  if (wanted === '') return undefined
  return (eb: ExpressionBuilder<Tables, 'product'>) => eb('search', 'like', likePattern(wanted))
}
