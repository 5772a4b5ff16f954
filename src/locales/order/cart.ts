import { formatPrice } from '@/domain/money'
import { dayWords } from '../day'
import { translated } from '../translation'

export const cartWords = translated('cartWords', {
  title: '选好的',
  /** The item count shown in the cart bar. */
  count: (count: number) => `${count} 件`,
  open: '点开看看',
  order: '去下单',
  clear: '都不要了',
  clearAsk: (count: number) => `选好的 ${count} 件都去掉？`,
  clearYes: '都去掉',
  clearNo: '留着',
  empty: '还没选东西',
  emptyText: '点货旁边的加号，就放到这里。',
  /** The cart beside the products of a shop in a wide window. */
  basket: {
    title: '篮子',
    empty: '还没选',
    line: (name: string, quantity: number, unit: string) => `${name} ${quantity} ${unit}`,
    sum: '一共',
    terms: (delivery: string, payment: string) => `${delivery}。${payment}。`,
  },
  remove: '去掉',
  removeLabel: (name: string) => `去掉${name}`,
  day: (day: string) => `${dayWords(day)}来`,
  problems: {
    gone: '店家不卖了',
    'sold-out': '卖完了',
    'past-day': '这一天已经过了，请重新选日子',
    short: (stock: number, unit: string) => `只剩 ${stock} ${unit}了，先按 ${stock} ${unit}算`,
  },
  priceChanged: (was: number, now: number) => `原来 ¥${formatPrice(was)}，现在 ¥${formatPrice(now)}`,
} as const)
