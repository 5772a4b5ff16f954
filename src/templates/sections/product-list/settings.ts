import type { SoldOutPlace } from '../../goods/visible-products'
import type { SectionPlacement } from '../../section-placement'

/** Products below one another, with a small or a large picture. An empty title shows none. */
export type ProductListSettings = {
  title: string
  picture: 'small' | 'large'
  soldOut: SoldOutPlace
}

export const productListDefaults: ProductListSettings = { title: '', picture: 'small', soldOut: 'last' }

export const placement: SectionPlacement = { loading: 'core', order: 5 }
