import { type Fen, parseYuan } from './money'
import type { Trade } from './trade'

/** Yuan, from the cheapest to the dearest that is usual. */
type Range = readonly [low: number, high: number]

/**
 * Data: what a good of a trade usually costs by its unit when farmers sell to households. The bounds span plain and fine
 * grades of what `trade-goods` lists: apples of 2 yuan and cherries of 40 a 斤, potatoes of 1 and rapeseed oil of 15.
 * Weights are given by the 斤; a 公斤 and a 两 follow from it. Wide on purpose: only slips of the finger fall outside.
 */
const ofTrade: Record<Trade, Readonly<Record<string, Range>>> = {
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

/** Units that any trade may sell by; any other unit says nothing about its price. */
const ofUnit: Readonly<Record<string, Range>> = {
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

/** So many times below or above what is usual is rather a slip. */
const FAR = 3

/** The weights other than the 斤, in 斤. */
const weights: Readonly<Record<string, number>> = { 公斤: 2, 两: 0.1 }

function usualRange(trade: Trade, unit: string): Range {
  const known = ofTrade[trade][unit]
  const weight = weights[unit]
  if (known || weight === undefined) return known ?? ofUnit[unit] ?? ANY
  const [low, high] = usualRange(trade, '斤')
  return [low * weight, high * weight]
}

/** Far outside of what is usual for a trade and a unit, as after one digit too many or too few. */
export function isUnusualPrice(fen: Fen, trade: Trade, unit: string): boolean {
  const [low, high] = usualRange(trade, unit.trim())
  return fen * FAR < low * 100 || fen > high * 100 * FAR
}

/** The same for a price as it is typed; what is no price is not unusual. */
export function looksUnusual(price: string, trade: Trade, unit: string): boolean {
  const fen = parseYuan(price)
  return fen !== null && fen > 0 && isUnusualPrice(fen, trade, unit)
}
