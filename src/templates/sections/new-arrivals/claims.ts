import type { Claims } from '../../define-section'
import { newestProducts } from './newest-products'
import type { NewArrivalsSettings } from './settings'

/** Claims the newest products, so that lists leave them out. */
export const claims: Claims<NewArrivalsSettings> = ({ most }, products) =>
  newestProducts(products, most).map(({ id }) => id)
