import fc from 'fast-check'
import { isDoubtfulPrice, isUnusualPrice as isUnusual } from '@/domain/product/price-range'
import { type Trade, tradeDefaults, trades } from '@/domain/shop/trade'
import { unitWords } from '@/locales/shop/wizard'
import { forAll } from '../../support/for-all'

const isUnusualPrice = (fen: number, trade: Trade, unit: string, name = '') =>
  isUnusual(fen, { trade, unit, name })

describe('isUnusualPrice', () => {
  it.each([
    ['fruit', '斤', 999],
    ['fruit', '公斤', 999],
    ['nuts', '斤', 2400],
    ['nuts', '两', 2400],
    ['grain', '斤', 250],
    ['honey', '瓶', 6800],
    ['eggs-meat', '个', 150],
    ['inn', '间', 12_000],
    ['nuts', '斤', 0.2],
    ['honey', '瓶', 0.68],
  ] as const)('reports %s by the %s at %d yuan', (trade, unit, yuan) => {
    expect(isUnusualPrice(Math.round(yuan * 100), trade, unit)).toBe(true)
  })

  it.each([
    ['fruit', '斤', 2.5],
    ['fruit', '斤', 60],
    ['nuts', '斤', 25],
    ['nuts', '斤', 380],
    ['nuts', '箱', 68.5],
    ['honey', '斤', 68],
    ['eggs-meat', '个', 1.2],
    ['inn', '间', 120],
    ['handicraft', '张', 800],
    ['herbs', '斤', 900],
    ['plain', '5斤装', 45],
  ] as const)('accepts %s by the %s at %d yuan', (trade, unit, yuan) => {
    expect(isUnusualPrice(Math.round(yuan * 100), trade, unit)).toBe(false)
  })

  it('accepts every price between two accepted prices', () => {
    const units = trades.flatMap((trade) => tradeDefaults(trade).goods.flatMap((good) => good.units))
    const unit = fc.constantFrom(...new Set([...units, ...unitWords.all]))
    const fen = fc.integer({ min: 1, max: 2_000_000 })
    forAll(fc.constantFrom(...trades), unit, fen, fen, fen, (trade, by, a, b, c) => {
      const [low = 0, middle = 0, high = 0] = [a, b, c].sort((x, y) => x - y)
      const taken = (price: number) => !isUnusualPrice(price, trade, by)
      expect(taken(low) && taken(high) && !taken(middle)).toBe(false)
    })
  })

  it('treats a 公斤 as two 斤 and a 两 as a tenth of a 斤', () =>
    forAll(fc.constantFrom(...trades), fc.integer({ min: 1, max: 200_000 }), (trade, fen) => {
      expect(isUnusualPrice(fen * 20, trade, '公斤')).toBe(isUnusualPrice(fen * 10, trade, '斤'))
      expect(isUnusualPrice(fen, trade, '两')).toBe(isUnusualPrice(fen * 10, trade, '斤'))
    }))

  it('has a usual range for every unit that a trade proposes', () => {
    for (const trade of trades)
      for (const { units } of tradeDefaults(trade).goods)
        for (const unit of units)
          expect([trade, unit, isUnusualPrice(9_999_900, trade, unit)]).toContain(true)
  })
})

describe('isUnusualPrice of a named good', () => {
  it.each([
    ['eggs-meat', '散养的土鸡蛋', '个', 25],
    ['eggs-meat', '土鸡蛋', '斤', 120],
    ['fruit', '脆甜的苹果', '斤', 60],
    ['nuts', '薄皮核桃', '公斤', 600],
    ['grain', '沙地洋芋', '斤', 25],
  ] as const)('reports %s: %s by the %s at %d yuan', (trade, name, unit, yuan) => {
    expect(isUnusualPrice(yuan * 100, trade, unit, name)).toBe(true)
    // the trade alone has goods of this price
    expect(isUnusualPrice(yuan * 100, trade, unit)).toBe(false)
  })

  it.each([
    ['eggs-meat', '土鸡蛋', '个', 1.5],
    ['eggs-meat', '鹅蛋', '个', 8],
    ['eggs-meat', '土鸡', '只', 120],
    ['fruit', '樱桃', '斤', 60],
    ['nuts', '核桃', '箱', 400],
    ['nuts', '花椒', '两', 12],
  ] as const)('accepts %s: %s by the %s at %d yuan', (trade, name, unit, yuan) => {
    expect(isUnusualPrice(Math.round(yuan * 100), trade, unit, name)).toBe(false)
  })
})

describe('isDoubtfulPrice', () => {
  const walnuts = { trade: 'nuts', unit: '斤', name: '核桃' } as const

  it('is false for a text that is not a price', () => {
    const fruit = { trade: 'fruit', unit: '斤', name: '' } as const
    for (const text of ['', '0', '三块', '1.234']) expect(isDoubtfulPrice(text, fruit)).toBe(false)
    expect(isDoubtfulPrice('1,200', fruit)).toBe(true)
  })

  it('is true for a price of at least three times, or at most a third of the price before', () => {
    const doubts = (text: string) => isDoubtfulPrice(text, { ...walnuts, before: 3000 })
    expect(['90', '120', '10', '9.9'].map(doubts)).toEqual([true, true, true, true])
    expect(['89.99', '10.01', '30'].map(doubts)).toEqual([false, false, false])
    expect(isDoubtfulPrice('90', walnuts)).toBe(false)
  })
})
