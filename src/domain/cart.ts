import type { Day } from './day'
import { freightOf, type ShopFreight } from './freight'
import type { Fulfilment } from './fulfilment'
import type { Id } from './id'
import type { Fen } from './money'
import { MAX_QUANTITY } from './order'

/** What a buyer wants of one sku; the same sku on two days is two lines. */
export interface CartLine {
  skuId: Id
  quantity: number
  date?: Day
}

/** A line with what it costs, as the storefront or the server knows it now. */
interface PricedLine {
  price: Fen
  quantity: number
}

export interface Totals {
  goods: Fen
  freight: Fen
  total: Fen
}

/** Goods, freight and their sum, in fen. The checkout shows it, the server decides by it. */
export function totals(lines: readonly PricedLine[], freight: ShopFreight, kind: Fulfilment): Totals {
  const goods = lines.reduce((sum, line) => sum + line.price * line.quantity, 0)
  const fee = lines.length === 0 ? 0 : freightOf(freight, kind, goods)
  return { goods, freight: fee, total: goods + fee }
}

/** Whether two lines are one: the same sku on the same day, or both on none. */
export const sameLine = (a: Omit<CartLine, 'quantity'>, b: Omit<CartLine, 'quantity'>): boolean =>
  a.skuId === b.skuId && a.date === b.date

/** The quantity of a sku in a cart, over all days or of one day. */
export function quantityIn(lines: readonly CartLine[], skuId: Id, date?: Day): number {
  return lines
    .filter((line) => (date === undefined ? line.skuId === skuId : sameLine(line, { skuId, date })))
    .reduce((sum, line) => sum + line.quantity, 0)
}

/** How many a line may have: what there is, less what the same sku takes on other days. */
export function roomFor(lines: readonly CartLine[], line: Omit<CartLine, 'quantity'>, stock: number): number {
  const others = lines.filter((other) => other.skuId === line.skuId && !sameLine(other, line))
  const taken = others.reduce((sum, other) => sum + other.quantity, 0)
  return Math.max(0, Math.min(stock - taken, MAX_QUANTITY))
}

/** The cart with a line set to a quantity (0 removes it) and its facts, kept between 0 and what there is. */
export function setQuantity<Line extends CartLine>(
  lines: readonly Line[],
  next: Line,
  stock: number = MAX_QUANTITY,
): Line[] {
  const quantity = Math.max(0, Math.min(Math.floor(next.quantity), roomFor(lines, next, stock)))
  const at = lines.findIndex((line) => sameLine(line, next))
  if (quantity === 0) return lines.filter((_, i) => i !== at)
  if (at < 0) return [...lines, { ...next, quantity }]
  return lines.map((line, i) => (i === at ? { ...next, quantity } : line))
}
