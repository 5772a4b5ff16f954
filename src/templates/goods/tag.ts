import { leadSku, type Product } from '@/domain/sku'

/** What a card says a product costs: its lead sku's price, and whether others cost more. */
export interface PriceTag {
  fen: number
  from: boolean
}

export function priceTag(product: Product): PriceTag | undefined {
  const lead = leadSku(product)
  return lead && { fen: lead.price, from: product.skus.some((sku) => sku.price > lead.price) }
}
