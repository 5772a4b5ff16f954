import { type Fen, parseYuan } from './money'
import type { Trade } from './trade'

/** The usual price range, in yuan. */
type Range = readonly [low: number, high: number]

/**
 * Usual farm-gate prices per trade and unit. The ranges cover plain and fine grades of the goods in `trade-goods`, e.g.
 * apples at 2 and cherries at 40 yuan per 斤; 公斤 and 两 are derived from 斤. They are wide, to catch only typing errors.
 */
const rangesByTrade: Record<Trade, Readonly<Record<string, Range>>> = {
  fruit: { 斤: [1, 40], 个: [0.5, 20], 串: [2, 60], 盒: [5, 200], 箱: [10, 400] },
  nuts: { 斤: [4, 200], 袋: [5, 300], 盒: [10, 400], 箱: [20, 1500] },
  grain: { 斤: [0.8, 30], 袋: [5, 300], 桶: [20, 500], 瓶: [5, 150], 箱: [10, 500] },
  honey: { 斤: [10, 200], 瓶: [10, 300], 盒: [10, 400], 块: [5, 400], 箱: [40, 2000] },
  'eggs-meat': { 个: [0.5, 10], 斤: [4, 150], 只: [20, 500], 块: [10, 500], 份: [5, 400], 箱: [20, 1500] },
  inn: { 间: [30, 1500], 床: [15, 400], 套: [50, 3000], 位: [10, 500], 桌: [50, 5000], 份: [3, 300] },
  herbs: { 斤: [4, 500], 袋: [5, 500], 箱: [20, 5000] },
  handicraft: { 个: [3, 3000], 对: [5, 3000], 双: [5, 500], 张: [2, 2000], 套: [10, 5000], 盒: [5, 1000] },
  plain: { 斤: [0.5, 150], 把: [0.5, 50], 个: [0.3, 1000], 件: [1, 3000], 包: [0.5, 300], 份: [1, 300] },
}

/** Ranges for units that any trade may use; `ANY` applies to all other units. */
const rangesByUnit: Readonly<Record<string, Range>> = {
  斤: [0.5, 300],
  个: [0.3, 1000],
  只: [2, 1000],
  瓶: [2, 1000],
  袋: [1, 1000],
  盒: [2, 2000],
  包: [0.5, 1000],
  块: [1, 1000],
  份: [1, 1000],
  桶: [10, 1000],
  箱: [10, 5000],
  件: [1, 5000],
  套: [5, 5000],
}
const ANY: Range = [0.3, 10_000]

/** A price this many times below or above the usual range is unusual. */
const UNUSUAL_FACTOR = 3

/** Weight units other than 斤, in 斤. */
const weights: Readonly<Record<string, number>> = { 公斤: 2, 两: 0.1 }

function usualRange(trade: Trade, unit: string): Range {
  const known = rangesByTrade[trade][unit]
  const weight = weights[unit]
  if (known || weight === undefined) return known ?? rangesByUnit[unit] ?? ANY
  const [low, high] = usualRange(trade, '斤')
  return [low * weight, high * weight]
}

/** True for a price far outside the usual range of a trade and unit; the seller is asked to confirm it, and it is never rejected. */
export function isUnusualPrice(fen: Fen, trade: Trade, unit: string): boolean {
  const [low, high] = usualRange(trade, unit.trim())
  return fen * UNUSUAL_FACTOR < low * 100 || fen > high * 100 * UNUSUAL_FACTOR
}

/** `isUnusualPrice` for a price as typed; false for text that is no price. */
export function isUnusualPriceInput(price: string, trade: Trade, unit: string): boolean {
  const fen = parseYuan(price)
  return fen !== null && fen > 0 && isUnusualPrice(fen, trade, unit)
}
