import type { CartItem, CheckedLine } from '@/domain/cart-check'
import type { Failure } from '@/domain/failure'
import type { FreightRule } from '@/domain/freight'
import type { Id } from '@/domain/id'
import type { Fen } from '@/domain/money'

/** What is new about one line since the buyer saw it. */
export interface Change {
  line: CheckedLine
  /** What it costs now, when that is new. */
  price?: Fen
  /** How many there are, when that is too few. */
  left?: number
  /** `left` is what the shop sells a new buyer unasked, not what there is. */
  ask?: true
  gone?: true
}

interface ChangedFacts {
  changes: Change[]
  /** What sending costs now; absent: as the shop was read. */
  rule?: FreightRule
}

interface Current {
  lines?: { skuId: Id; price?: Fen; stock?: number; most?: number }[]
  skuIds?: Id[]
  rule?: FreightRule
}

/** The codes that come with new facts about what was chosen. */
export const isChange = ({ code }: Failure): boolean =>
  ['price-changed', 'out-of-stock', 'product-gone', 'ask-the-shop'].includes(code)

function changeOf(line: CheckedLine, current: Current, taken: number): Change | undefined {
  if (current.skuIds?.includes(line.item.skuId)) return { line, gone: true }
  const fact = current.lines?.find((each) => each.skuId === line.item.skuId)
  const stock = fact?.stock ?? fact?.most
  const left = stock === undefined ? undefined : Math.max(0, stock - taken)
  const price = fact?.price === line.price ? undefined : fact?.price
  const short = left !== undefined && left < line.quantity
  if (price === undefined && !short) return undefined
  return {
    line,
    ...(price === undefined ? {} : { price }),
    ...(short ? { left, ...(fact?.most === undefined ? {} : { ask: true }) } : {}),
  }
}

/** What a refusal says, line by line, beside what the buyer saw. Days of one sku share its stock. */
export function changedFacts(seen: readonly CheckedLine[], failure: Failure): ChangedFacts {
  const current = (failure.current ?? {}) as Current
  const taken = new Map<Id, number>()
  const changes = seen.flatMap((line) => {
    const before = taken.get(line.item.skuId) ?? 0
    taken.set(line.item.skuId, before + line.quantity)
    const change = line.quantity > 0 ? changeOf(line, current, before) : undefined
    return change ? [change] : []
  })
  return {
    changes,
    ...(current.rule === undefined ? {} : { rule: current.rule }),
  }
}

/** The cart after the buyer took the new facts: what is gone is out, the others at their new price and number. */
export function acceptedItems(seen: readonly CheckedLine[], { changes }: ChangedFacts): CartItem[] {
  return seen.flatMap((line) => {
    const change = changes.find((each) => each.line === line)
    const quantity = change?.gone ? 0 : (change?.left ?? line.quantity)
    return quantity > 0 ? [{ ...line.item, quantity, price: change?.price ?? line.price }] : []
  })
}
