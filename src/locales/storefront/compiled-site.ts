import { formatPrice } from '@/domain/money'
import { leadSku, type Product } from '@/domain/product/product'
import { dayAndYearWords } from '../time'
import { translated } from '../translation'

/** Texts of a compiled site without network or scripts. */
export const compiledSiteWords = translated('compiledSiteWords', {
  offline: '现在没有网络',
  /** Includes the year, since the page may be read at any later time. */
  prices: (day: string) => `下面是 ${dayAndYearWords(day, 0)} 的价格，现在可能变了。`,
  call: (phone: string) => `打电话 ${phone}`,
  again: '再试一次',
  price: (product: Product) => {
    const price = `¥${formatPrice(leadSku(product)?.price ?? 0)}`
    return product.skus.length > 1 ? `${price} 起` : `${price} / ${product.unit}`
  },
} as const)
