import fc from 'fast-check'
import { MAX_STOCK } from '@/domain/product/sku'
import { stockAfter } from '@/domain/product/stock'
import { forAll } from '../../support/for-all'

const stock = fc.integer({ min: 0, max: MAX_STOCK })
const delta = fc.integer({ min: -MAX_STOCK, max: MAX_STOCK })

describe('stockAfter', () => {
  it.each([
    [10, -10, 0],
    [10, -11, null],
    [0, 5, 5],
    [MAX_STOCK, 1, null],
    [MAX_STOCK, 0, MAX_STOCK],
    [3, 0.5, null],
  ])('changes a stock of %p by %p to %p', (before, moved, after) => {
    expect(stockAfter(before, moved)).toBe(after)
  })

  it('stays within its bounds and can be reverted by the opposite change', () =>
    forAll(stock, delta, (before, moved) => {
      const after = stockAfter(before, moved)
      if (after === null) return expect(before + moved < 0 || before + moved > MAX_STOCK).toBe(true)
      expect(after).toBeGreaterThanOrEqual(0)
      expect(after).toBeLessThanOrEqual(MAX_STOCK)
      expect(stockAfter(after, -moved)).toBe(before)
    }))

  it('gives the same result for changes in any order', () =>
    forAll(stock, fc.array(fc.nat(100), { maxLength: 5 }), (before, moves) => {
      fc.pre(before + moves.reduce((sum, one) => sum + one, 0) <= MAX_STOCK)
      const run = (list: number[]) => list.reduce((now, one) => stockAfter(now, one) ?? Number.NaN, before)
      expect(run(moves)).toBe(run([...moves].reverse()))
    }))
})
