import type { Static } from '@sinclair/typebox'
import type { OrderedLineShape } from '@/contract/order/orders'
import type { Day } from '../day'
import type { Id } from '../id'
import type { Fen } from '../money'
import { freightOf, type ShopFreight } from '../order/freight'
import type { Fulfilment } from '../order/fulfilment'
import { MAX_QUANTITY, type Order } from '../order/order'

/** A quantity of one sku; the same sku on two days is two lines. */
export type CartLine = Static<typeof OrderedLineShape>

export type SkuQuantity = Pick<CartLine, 'skuId' | 'quantity'>

/** Total quantity of each sku in the lines, sorted by sku id. */
export function quantitiesBySku(lines: readonly SkuQuantity[]): [skuId: Id, quantity: number][] {
  const sums = new Map<Id, number>()
  for (const { skuId, quantity } of lines) sums.set(skuId, (sums.get(skuId) ?? 0) + quantity)
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1))
}

interface PricedLine {
  price: Fen
  quantity: number
}

export type Totals = Pick<Order, 'goods' | 'freight' | 'total'>

/** Goods, freight and their sum, in fen. Used by the checkout to display and by the server to price an order. */
export function calculateTotals(
  lines: readonly PricedLine[],
  freight: ShopFreight,
  kind: Fulfilment,
): Totals {
  const goods = lines.reduce((sum, line) => sum + line.price * line.quantity, 0)
  const fee = lines.length === 0 ? 0 : freightOf(freight, kind, goods)
  return { goods, freight: fee, total: goods + fee }
}

/** True if both lines have the same sku and the same day (or both none). */
export const isSameLine = (a: Omit<CartLine, 'quantity'>, b: Omit<CartLine, 'quantity'>): boolean =>
  a.skuId === b.skuId && a.date === b.date

/** The quantity of a sku in a cart, for all days or for one day. */
export function quantityIn(lines: readonly CartLine[], skuId: Id, date?: Day): number {
  return lines
    .filter((line) => (date === undefined ? line.skuId === skuId : isSameLine(line, { skuId, date })))
    .reduce((sum, line) => sum + line.quantity, 0)
}

/** The largest quantity a line may have: the stock minus the quantity of the same sku on other days. */
export function maxQuantityFor(
  lines: readonly CartLine[],
  line: Omit<CartLine, 'quantity'>,
  stock: number,
): number {
  const others = lines.filter((other) => other.skuId === line.skuId && !isSameLine(other, line))
  const taken = others.reduce((sum, other) => sum + other.quantity, 0)
  return Math.max(0, Math.min(stock - taken, MAX_QUANTITY))
}

/** Returns the cart with a line replaced by `next`; the quantity is limited to the stock, and 0 removes the line. */
export function setQuantity<Line extends CartLine>(
  lines: readonly Line[],
  next: Line,
  stock: number = MAX_QUANTITY,
): Line[] {
  const quantity = Math.max(0, Math.min(Math.floor(next.quantity), maxQuantityFor(lines, next, stock)))
  const at = lines.findIndex((line) => isSameLine(line, next))
  if (quantity === 0) return lines.filter((_, i) => i !== at)
  if (at < 0) return [...lines, { ...next, quantity }]
  return lines.map((line, i) => (i === at ? { ...next, quantity } : line))
}
