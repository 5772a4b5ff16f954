import { DEFAULT_STOCK, type Product, stockOf } from '@/domain/sku'

/** How much of a product is left; `undefined` while nobody has counted. */
export function leftOf(product: Product): number | undefined {
  const left = stockOf(product)
  return left < DEFAULT_STOCK ? left : undefined
}
