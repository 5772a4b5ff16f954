import { isSoldOut, type Product } from '@/domain/sku'

/** The product to show large: the chosen one while it is on sale, else the first that can be bought. */
export function featuredOf(productId: unknown, products: readonly Product[]): Product | undefined {
  const onSale = products.filter((product) => product.onSale)
  return (
    onSale.find((product) => product.id === productId) ??
    onSale.find((product) => !isSoldOut(product)) ??
    onSale[0]
  )
}
