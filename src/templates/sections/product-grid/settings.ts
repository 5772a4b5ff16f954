import type { SoldOutPlace } from '../../goods/visible-products'

/** Products as cards side by side. An empty title shows none. */
export type ProductGridSettings = {
  title: string
  soldOut: SoldOutPlace
}

export const productGridDefaults: ProductGridSettings = { title: '', soldOut: 'last' }
