import { MAX_STOCK } from './sku'

/** The stock after a delta, or `null` if it would be below zero or above `MAX_STOCK`. */
export function stockAfter(stock: number, delta: number): number | null {
  const next = stock + delta
  return Number.isInteger(next) && next >= 0 && next <= MAX_STOCK ? next : null
}
