import { type Product, totalStock } from '@/domain/product/product'
import { DEFAULT_STOCK } from '@/domain/product/sku'

/** The remaining stock of a product; `undefined` if the owner has not set it. */
export function remainingStock(product: Product): number | undefined {
  const stock = totalStock(product)
  return stock < DEFAULT_STOCK ? stock : undefined
}
