import { MAX_STOCK } from './sku'

/** Stock after a delta, or `null` when it would fall below zero or beyond `MAX_STOCK`. */
export function stockAfter(stock: number, delta: number): number | null {
  const next = stock + delta
  return Number.isInteger(next) && next >= 0 && next <= MAX_STOCK ? next : null
}
