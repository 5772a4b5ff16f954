/** The criteria by which a seller searches the products. */
export interface ProductFinder {
  search: string
  /** Only those on sale that are nearly sold out. */
  isLow: boolean
}

export const EMPTY_PRODUCT_FINDER: ProductFinder = { search: '', isLow: false }

export const isFindingProducts = ({ search, isLow }: ProductFinder): boolean => search !== '' || isLow

/** The query of a finder. */
export const productQuery = ({ search, isLow }: ProductFinder) => ({
  ...(search.trim() === '' ? {} : { search: search.trim() }),
  ...(isLow ? { stock: 'low' as const } : {}),
})
