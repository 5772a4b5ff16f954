import type { SectionPlacement } from '../../section-placement'

/** One product shown large. An empty `productId` means the first that can be bought. */
export type FeaturedProductSettings = {
  productId: string
}

export const featuredProductDefaults: FeaturedProductSettings = { productId: '' }

export const placement: SectionPlacement = { loading: 'core', order: 6 }
