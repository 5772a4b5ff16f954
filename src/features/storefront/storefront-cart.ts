import type { Id } from '@/domain/id'
import type { Product } from '@/domain/product/product'
import type { Sku } from '@/domain/product/sku'

/** The cart interface that a storefront needs, passed in by its page. Must be the same object between renders. */
export interface StorefrontCart {
  /** The quantity of a product in the cart; a React hook. */
  useQuantity(product: Product): number
  /** Adds one of a sku; returns `false` if the stock is exhausted. */
  addOne(shopId: Id, product: Product, sku: Sku): boolean
  /** Takes one of a product out, of the line that was put in last. */
  removeOne(shopId: Id, product: Product): void
}
