import type { Claims } from '../../define-section'
import { firstOf } from '../../goods/first-of'

/** Lists leave out what stands on it. */
export const claimsFirst: Claims<{ category: string; most: number }> = (settings, products) =>
  firstOf(products, settings).map(({ id }) => id)
