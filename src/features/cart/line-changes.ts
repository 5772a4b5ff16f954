import type { CheckedLine } from '@/domain/product/cart-check'
import { cartWords } from '@/locales/order/cart'

/** Describes what has changed about a line since it was added: its issue and its price. */
export function describeLineChanges({ issue, price, priceWas, unit, quantity }: CheckedLine): string[] {
  const words = cartWords.problems
  const changed = priceWas !== undefined && quantity > 0 ? [cartWords.priceChanged(priceWas, price)] : []
  if (!issue) return changed
  return [issue === 'short' ? words.short(quantity, unit) : words[issue], ...changed]
}
