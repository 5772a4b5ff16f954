import { isSoldOut, type Product } from '@/domain/product/product'

/** The product to feature: the chosen one if on sale, else the first that can be bought, else the first on sale. */
export function findFeatured(productId: unknown, products: readonly Product[]): Product | undefined {
  const onSale = products.filter((product) => product.onSale)
  return (
    onSale.find((product) => product.id === productId) ??
    onSale.find((product) => !isSoldOut(product)) ??
    onSale[0]
  )
}
