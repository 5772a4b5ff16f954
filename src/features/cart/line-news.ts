import type { CheckedLine } from '@/domain/cart-check'
import { cartWords } from '@/locales/zh-CN/cart'

/** What has changed about a line since it was put in, in words. */
export function lineNews({ trouble, price, priceWas, unit, quantity }: CheckedLine): string[] {
  const words = cartWords.trouble
  const changed = priceWas !== undefined && quantity > 0 ? [cartWords.priceChanged(priceWas, price)] : []
  if (!trouble) return changed
  return [trouble === 'short' ? words.short(quantity, unit) : words[trouble], ...changed]
}
