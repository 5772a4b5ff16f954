import { type Fen, parseYuan } from '../money'
import type { Trade } from '../shop/trade'
import { ANY, type Range, rangesByGood, rangesByTrade, rangesByUnit } from './usual-prices'

/** A price this many times below or above the usual range, or another price, is asked about. */
const UNUSUAL_FACTOR = 3

/** Weight units other than 斤, in 斤. */
const weights: Readonly<Record<string, number>> = { 公斤: 2, 两: 0.1 }

function usualRange({ trade, unit, name }: Omit<PricedGood, 'before'>): Range {
  const ofGood = rangesByGood.find(([part]) => name.includes(part))?.[1] ?? {}
  const known = ofGood[unit] ?? (weights[unit] && ofGood.斤 ? undefined : rangesByTrade[trade][unit])
  const weight = weights[unit]
  if (known || weight === undefined) return known ?? rangesByUnit[unit] ?? ANY
  const [low, high] = usualRange({ trade, unit: '斤', name })
  return [low * weight, high * weight]
}

export interface PricedGood {
  trade: Trade
  unit: string
  /** Its name; the range of goods that it names is narrower than that of the trade. */
  name: string
  /** The price that it had for this unit until now. */
  before?: Fen | undefined
}

/** True for a price far outside the usual range of a good in a trade. */
export function isUnusualPrice(fen: Fen, { unit, ...good }: Omit<PricedGood, 'before'>): boolean {
  const [low, high] = usualRange({ ...good, unit: unit.trim() })
  return fen * UNUSUAL_FACTOR < low * 100 || fen > high * 100 * UNUSUAL_FACTOR
}

/** True for a price of at least three times, or at most a third of another one. */
export const isLargeChange = (before: Fen, after: Fen): boolean =>
  before > 0 && (after >= before * UNUSUAL_FACTOR || after * UNUSUAL_FACTOR <= before)

/**
 * True for a price as typed that the seller is asked to confirm: an unusual one, or one far from the price before. It is never rejected.
 * False for text that is no price.
 */
export function isDoubtfulPrice(price: string, { before, ...good }: PricedGood): boolean {
  const fen = parseYuan(price)
  if (fen === null || fen === 0) return false
  return isUnusualPrice(fen, good) || (before !== undefined && isLargeChange(before, fen))
}
