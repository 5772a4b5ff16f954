import type { Trade } from '../shop/trade'

/** The usual price range, in yuan. */
export type Range = readonly [low: number, high: number]

/**
 * Usual farm-gate prices per trade and unit. The ranges cover plain and fine grades of the goods in `trade-goods`, e.g.
 * apples at 2 and cherries at 40 yuan per 斤; 公斤 and 两 are derived from 斤. They are wide, to catch only typing errors.
 */
export const rangesByTrade: Record<Trade, Readonly<Record<string, Range>>> = {
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
export const rangesByUnit: Readonly<Record<string, Range>> = {
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
export const ANY: Range = [0.3, 10_000]

/** Ranges of goods by a part of their names, where that of the trade is too wide; the first match counts. */
export const rangesByGood: readonly (readonly [part: string, Readonly<Record<string, Range>>])[] = [
  ['鹅蛋', { 个: [1.5, 10], 斤: [6, 40] }],
  ['鸡蛋', { 个: [0.6, 4], 斤: [4, 30] }],
  ['鸭蛋', { 个: [0.8, 5], 斤: [5, 30] }],
  ['土鸡', { 只: [40, 300], 斤: [10, 80] }],
  ['腊肉', { 斤: [15, 100] }],
  ['苹果', { 斤: [1, 15], 个: [0.5, 10], 箱: [15, 200] }],
  ['樱桃', { 斤: [5, 60] }],
  ['桃子', { 斤: [1, 15], 个: [0.5, 8] }],
  ['葡萄', { 斤: [1.5, 30] }],
  ['核桃', { 斤: [5, 80], 袋: [8, 200] }],
  ['花椒', { 斤: [20, 200] }],
  ['木耳', { 斤: [20, 200] }],
  ['柿饼', { 斤: [6, 60] }],
  ['面粉', { 斤: [1.5, 12], 袋: [10, 200] }],
  ['菜籽油', { 斤: [6, 30], 桶: [30, 400], 瓶: [8, 150] }],
  ['洋芋', { 斤: [0.6, 5] }],
  ['小米', { 斤: [3, 20] }],
  ['蜂蜜', { 斤: [12, 200], 瓶: [12, 300] }],
  ['槐花蜜', { 斤: [12, 150], 瓶: [12, 250] }],
  ['党参', { 斤: [20, 300] }],
  ['柴胡', { 斤: [15, 250] }],
  ['半夏', { 斤: [30, 400] }],
  ['馒头', { 个: [0.3, 5] }],
]
