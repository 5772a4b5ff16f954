import type { SoldOutPlace } from '../../goods/visible-products'
import type { SectionPlacement } from '../../section-placement'

/** Products below one another, each with a large picture. An empty title shows none. */
export type ShowcaseSettings = {
  title: string
  soldOut: SoldOutPlace
}

export const showcaseDefaults: ShowcaseSettings = { title: '', soldOut: 'last' }

export const placement: SectionPlacement = { loading: 'lazy' }
