import { isSoldOut, type Product } from '@/domain/sku'
import type { Claims } from '../../define-section'

/** The products that came last and can be bought, newest first; those that came together in the shop's order. */
export const newestOf = (products: readonly Product[], most: number): Product[] =>
  products
    .filter((product) => product.onSale && !isSoldOut(product))
    .sort((one, other) => other.createdAt - one.createdAt)
    .slice(0, most)

export const claimsNewest: Claims<{ most: number }> = ({ most }, products) =>
  newestOf(products, most).map(({ id }) => id)
