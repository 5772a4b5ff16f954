import { goodsDrawing } from '@/domain/look/goods-drawing'
import { formatPrice } from '@/domain/money'
import { isSoldOut, type Product } from '@/domain/product/product'
import { goodsWords } from '@/locales/product/goods'
import { pictureWords } from '@/locales/product/picture'
import { priceWords } from '@/locales/ui'
import { priceTag } from './price-tag'

/**
 * The accessible name of a product's link: its name, its price, and whether it is sold out. Where the picture says 没有照片,
 * the name begins with those words, since an accessible name must contain the visible text (WCAG 2.5.3).
 */
export function goodsLabel(product: Product): string {
  const tag = priceTag(product)
  const price = tag ? priceWords.spoken(formatPrice(tag.fen), product.unit, tag.from) : ''
  const label = goodsWords.open(product.name, price, isSoldOut(product))
  const hasPicture = product.photos.length > 0 || goodsDrawing(product.name) !== undefined
  return hasPicture ? label : `${pictureWords.none}，${label}`
}
