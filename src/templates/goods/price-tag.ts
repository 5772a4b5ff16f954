import { leadSku, type Product } from '@/domain/product/product'

/** The price on a product's card: its lead sku's price in fen, and whether other skus cost more. */
export interface PriceTag {
  fen: number
  from: boolean
}

export function priceTag(product: Product): PriceTag | undefined {
  const lead = leadSku(product)
  return lead && { fen: lead.price, from: product.skus.some((sku) => sku.price > lead.price) }
}
