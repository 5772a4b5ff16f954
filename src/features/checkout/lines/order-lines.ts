import type { Day } from '@/domain/day'
import { type Fulfilment, needsDate } from '@/domain/order/fulfilment'
import { type CartLine, isSameLine } from '@/domain/product/cart'
import type { CheckedLine } from '@/domain/product/cart-check'

/** A line of the order request with its price, which only the totals need. */
interface PricedLine extends CartLine {
  price: number
}

/**
 * Returns the order's lines: the available quantities of the cart. Kinds that need a date use the line's own day or
 * `day`; lines of the same sku and day are merged.
 */
export function orderLines(lines: readonly CheckedLine[], kind: Fulfilment, day?: Day): PricedLine[] {
  const ordered: PricedLine[] = []
  for (const { item, price, quantity } of lines) {
    const date = needsDate(kind) ? (item.date ?? day) : undefined
    const line = { skuId: item.skuId, quantity, price, ...(date === undefined ? {} : { date }) }
    const index = ordered.findIndex((other) => isSameLine(other, line))
    const existing = ordered[index]
    if (existing) ordered[index] = { ...existing, quantity: existing.quantity + quantity }
    else if (quantity > 0) ordered.push(line)
  }
  return ordered
}
