import type { Claims } from '../../define-section'
import { findFeatured } from './featured'
import type { FeaturedProductSettings } from './settings'

/** Claims the featured product, so that lists leave it out. */
export const claims: Claims<FeaturedProductSettings> = ({ productId }, products) => {
  const product = findFeatured(productId, products)
  return product ? [product.id] : []
}
