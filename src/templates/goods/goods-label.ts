import { formatPrice } from '@/domain/money'
import { isSoldOut, type Product } from '@/domain/sku'
import { sectionWords } from '@/words/zh/sections'
import { priceWords } from '@/words/zh/ui'
import { priceTag } from './tag'

/** What a screen reader says of a product that can be opened: its name, its price, and whether it is sold out. */
export function goodsLabel(product: Product): string {
  const tag = priceTag(product)
  const price = tag ? priceWords.spoken(formatPrice(tag.fen), product.unit, tag.from) : ''
  return sectionWords.goods.open(product.name, price, isSoldOut(product))
}
