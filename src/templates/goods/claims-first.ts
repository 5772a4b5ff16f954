import type { Claims } from '../define-section'
import { firstProducts } from './first-products'

/** Claims the section's products, so that lists leave them out. */
export const claimsFirst: Claims<{ category: string; most: number }> = (settings, products) =>
  firstProducts(products, settings).map(({ id }) => id)
