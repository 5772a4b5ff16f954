import fc from 'fast-check'
import { maxForNewBuyer, stockForNewBuyer } from '@/domain/order/order-limits'
import { forAll } from '../../support/for-all'

const HALF = { percent: 50, least: 10 }

const shares = fc.record({
  percent: fc.integer({ min: 1, max: 100 }),
  least: fc.integer({ min: 1, max: 999 }),
})
const amounts = fc.nat(5000)

describe('maxForNewBuyer', () => {
  it.each([
    [999, 0, 499],
    [21, 0, 10],
    [22, 0, 11],
    [10, 0, 10],
    [3, 0, 3],
    [0, 0, 0],
    [500, 499, 0],
    [991, 8, 491],
    [5, 10, 0],
    [90, 10, 40],
  ])(
    'allows, with a stock of %i and %i already reserved by the buyer, another %i',
    (stock, reserved, limit) => {
      expect(maxForNewBuyer(HALF, stock, reserved)).toBe(limit)
    },
  )

  it('never exceeds the stock and never limits a stock of at most ten', () => {
    forAll(shares, amounts, amounts, (share, stock, reserved) => {
      const limit = maxForNewBuyer(share, stock, reserved)
      expect(limit).toBeGreaterThanOrEqual(0)
      expect(limit).toBeLessThanOrEqual(stock)
    })
    for (let stock = 0; stock <= 10; stock++) expect(maxForNewBuyer(HALF, stock, 0)).toBe(stock)
  })

  it('allows the same total in one order as in several', () =>
    forAll(shares, amounts, amounts, (share, stock, first) => {
      const taken = Math.min(first, maxForNewBuyer(share, stock, 0))
      expect(taken + maxForNewBuyer(share, stock - taken, taken)).toBe(maxForNewBuyer(share, stock, 0))
    }))
})

describe('stockForNewBuyer', () => {
  it('returns the smallest stock for which maxForNewBuyer allows the quantity', () =>
    forAll(shares, fc.integer({ min: 1, max: 999 }), amounts, amounts, (share, quantity, reserved, stock) => {
      expect(quantity <= maxForNewBuyer(share, stock, reserved)).toBe(
        stock >= stockForNewBuyer(share, quantity, reserved),
      )
    }))
})
