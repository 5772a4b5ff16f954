import type { Day } from './day'
import { type FreightRule, freightOf } from './freight'
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
export interface PricedLine {
  price: Fen
  quantity: number
}

export interface Totals {
  goods: Fen
  freight: Fen
  total: Fen
}

/** Goods, freight and their sum, in fen. The checkout shows it, the server decides by it. */
export function totals(lines: readonly PricedLine[], rule: FreightRule, kind: Fulfilment): Totals {
  const goods = lines.reduce((sum, line) => sum + line.price * line.quantity, 0)
  const freight = lines.length === 0 ? 0 : freightOf(rule, kind, goods)
  return { goods, freight, total: goods + freight }
}

const same = (a: CartLine, skuId: Id, date?: Day) => a.skuId === skuId && a.date === date

/** The quantity of a sku in a cart, over all days or of one day. */
export function quantityIn(lines: readonly CartLine[], skuId: Id, date?: Day): number {
  return lines
    .filter((line) => (date === undefined ? line.skuId === skuId : same(line, skuId, date)))
    .reduce((sum, line) => sum + line.quantity, 0)
}

/** The cart with a line set to a quantity (0 removes it), kept between 0 and what there is. */
export function setQuantity(
  lines: readonly CartLine[],
  next: CartLine,
  stock: number = MAX_QUANTITY,
): CartLine[] {
  const quantity = Math.max(0, Math.min(Math.floor(next.quantity), stock, MAX_QUANTITY))
  const at = lines.findIndex((line) => same(line, next.skuId, next.date))
  if (quantity === 0) return lines.filter((_, i) => i !== at)
  if (at < 0) return [...lines, { ...next, quantity }]
  return lines.map((line, i) => (i === at ? { ...line, quantity } : line))
}
