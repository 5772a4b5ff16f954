import { formatPrice } from '@/domain/money'
import type { Product } from '@/domain/sku'
import { leadSku } from '@/domain/sku'
import { dayWords } from './time'

/** What a shop's own site says where there is no network and no script. */
export const ownSiteWords = {
  offline: '现在没有网络',
  /** A page that is read at any later time says the year as well. */
  prices: (day: string) => `下面是 ${dayWords(day, 0)} 的价格，现在可能变了。`,
  call: (phone: string) => `打电话 ${phone}`,
  again: '再试一次',
  price: (product: Product) => {
    const price = `¥${formatPrice(leadSku(product)?.price ?? 0)}`
    return product.skus.length > 1 ? `${price} 起` : `${price} / ${product.unit}`
  },
} as const
