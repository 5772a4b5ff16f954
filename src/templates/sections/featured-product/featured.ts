import { isSoldOut, type Product } from '@/domain/sku'
import type { Claims } from '../../define-section'
import type { FeaturedProductSettings } from './settings'

/** The product to show large: the chosen one while it is on sale, else the first that can be bought. */
export function featuredOf(productId: unknown, products: readonly Product[]): Product | undefined {
  const onSale = products.filter((product) => product.onSale)
  return (
    onSale.find((product) => product.id === productId) ??
    onSale.find((product) => !isSoldOut(product)) ??
    onSale[0]
  )
}

/** Lists leave it out. */
export const claimsFeatured: Claims<FeaturedProductSettings> = ({ productId }, products) => {
  const product = featuredOf(productId, products)
  return product ? [product.id] : []
}
