import type { SoldOutPlace } from '../../goods/visible-products'
import type { SectionPlacement } from '../../section-placement'

/** Products as cards side by side. An empty title shows none. */
export type ProductGridSettings = {
  title: string
  soldOut: SoldOutPlace
}

export const productGridDefaults: ProductGridSettings = { title: '', soldOut: 'last' }

export const placement: SectionPlacement = { loading: 'core', order: 4 }
