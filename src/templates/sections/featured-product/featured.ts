import { isSoldOut, type Product } from '@/domain/product'
import type { Claims } from '../../define-section'
import type { FeaturedProductSettings } from './settings'

/** The product to feature: the chosen one if on sale, else the first that can be bought, else the first on sale. */
export function findFeatured(productId: unknown, products: readonly Product[]): Product | undefined {
  const onSale = products.filter((product) => product.onSale)
  return (
    onSale.find((product) => product.id === productId) ??
    onSale.find((product) => !isSoldOut(product)) ??
    onSale[0]
  )
}

/** Claims the featured product, so that lists leave it out. */
export const claimsFeatured: Claims<FeaturedProductSettings> = ({ productId }, products) => {
  const product = findFeatured(productId, products)
  return product ? [product.id] : []
}
