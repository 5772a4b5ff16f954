import { isSoldOut, type Product } from '@/domain/product/product'

/** The `most` newest products that can be bought, newest first; equally new ones in the shop's order. */
export const newestProducts = (products: readonly Product[], most: number): Product[] =>
  products
    .filter((product) => product.onSale && !isSoldOut(product))
    .sort((one, other) => other.createdAt - one.createdAt)
    .slice(0, most)
