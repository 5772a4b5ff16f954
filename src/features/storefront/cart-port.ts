import type { Id } from '@/domain/id'
import type { Product, Sku } from '@/domain/sku'

/** What a storefront needs of a cart; its page hands it over. The same object between renders. */
export interface CartPort {
  /** How many of a product were chosen; a React hook. */
  useQuantity(product: Product): number
  /** One more of a sku; `false` when there are no more. */
  addOne(shopId: Id, product: Product, sku: Sku): boolean
}
