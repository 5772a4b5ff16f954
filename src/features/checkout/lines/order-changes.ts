import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import type { Fen } from '@/domain/money'
import type { FreightRule } from '@/domain/order/freight'
import type { CartItem, CheckedLine } from '@/domain/product/cart-check'

/** The difference between a line as the buyer saw it and as the server has it. */
export interface LineChange {
  line: CheckedLine
  /** The current price, if it has changed. */
  price?: Fen
  /** The available quantity, if it is less than the ordered one. */
  remaining?: number
  /** True if `remaining` is the shop's limit for new buyers instead of the stock. */
  isLimited?: true
  isRemoved?: true
}

interface OrderChanges {
  changes: LineChange[]
  /** The current freight rule; absent if it has not changed. */
  rule?: FreightRule
}

interface Current {
  lines?: { skuId: Id; price?: Fen; stock?: number; most?: number }[]
  skuIds?: Id[]
  rule?: FreightRule
}

/** True if a failure reports changed prices, stocks or products of the order. */
export const isOrderChange = ({ code }: Failure): boolean =>
  ['price-changed', 'out-of-stock', 'product-gone', 'ask-the-shop'].includes(code)

function findLineChange(line: CheckedLine, current: Current, taken: number): LineChange | undefined {
  if (current.skuIds?.includes(line.item.skuId)) return { line, isRemoved: true }
  const currentLine = current.lines?.find((each) => each.skuId === line.item.skuId)
  const stock = currentLine?.stock ?? currentLine?.most
  const remaining = stock === undefined ? undefined : Math.max(0, stock - taken)
  const price = currentLine?.price === line.price ? undefined : currentLine?.price
  const isShort = remaining !== undefined && remaining < line.quantity
  if (price === undefined && !isShort) return undefined
  return {
    line,
    ...(price === undefined ? {} : { price }),
    ...(isShort ? { remaining, ...(currentLine?.most === undefined ? {} : { isLimited: true }) } : {}),
  }
}

/** Compares the lines that the buyer saw with the failure's current data. All days of a sku share its stock. */
export function findOrderChanges(shownLines: readonly CheckedLine[], failure: Failure): OrderChanges {
  const current = (failure.current ?? {}) as Current
  const taken = new Map<Id, number>()
  const changes = shownLines.flatMap((line) => {
    const before = taken.get(line.item.skuId) ?? 0
    taken.set(line.item.skuId, before + line.quantity)
    const change = line.quantity > 0 ? findLineChange(line, current, before) : undefined
    return change ? [change] : []
  })
  return {
    changes,
    ...(current.rule === undefined ? {} : { rule: current.rule }),
  }
}

/** The cart after the buyer accepted the changes: without removed lines, with current prices and quantities. */
export function applyOrderChanges(shownLines: readonly CheckedLine[], { changes }: OrderChanges): CartItem[] {
  return shownLines.flatMap((line) => {
    const change = changes.find((each) => each.line === line)
    const quantity = change?.isRemoved ? 0 : (change?.remaining ?? line.quantity)
    return quantity > 0 ? [{ ...line.item, quantity, price: change?.price ?? line.price }] : []
  })
}
