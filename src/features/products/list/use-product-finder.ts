import { useState } from 'react'
import { EMPTY_PRODUCT_FINDER, type ProductFinder } from './product-finder'

/** An opening of the list by a to-do. */
export interface ProductsOpening {
  isLow: boolean
  /** Grows with each opening, which ends the search. */
  opened: number
}

/** The search among the products, which begins with the one that the last to-do opened. */
export function useProductFinder({ isLow, opened }: ProductsOpening = { isLow: false, opened: 0 }) {
  const [stored, setStored] = useState({ opened, finder: { ...EMPTY_PRODUCT_FINDER, isLow } })
  const finder = stored.opened === opened ? stored.finder : { ...EMPTY_PRODUCT_FINDER, isLow }
  return { finder, find: (next: ProductFinder) => setStored({ opened, finder: next }) }
}
