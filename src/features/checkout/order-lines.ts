import { type CartLine, sameLine } from '@/domain/cart'
import type { CheckedLine } from '@/domain/cart-check'
import type { Day } from '@/domain/day'
import { type Fulfilment, needsDate } from '@/domain/fulfilment'

/** A line of the order as it is sent, with its price for the sum. */
interface OrderingLine extends CartLine {
  price: number
}

/**
 * What is ordered of a cart: what can be had, on its own day or the one chosen for all where things are for a day,
 * and on none elsewhere.
 */
export function orderLines(lines: readonly CheckedLine[], kind: Fulfilment, day?: Day): OrderingLine[] {
  const ordered: OrderingLine[] = []
  for (const { item, price, quantity } of lines) {
    const date = needsDate(kind) ? (item.date ?? day) : undefined
    const line = { skuId: item.skuId, quantity, price, ...(date === undefined ? {} : { date }) }
    const at = ordered.findIndex((other) => sameLine(other, line))
    const twin = ordered[at]
    if (twin) ordered[at] = { ...twin, quantity: twin.quantity + quantity }
    else if (quantity > 0) ordered.push(line)
  }
  return ordered
}
