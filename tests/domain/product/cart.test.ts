import fc from 'fast-check'
import { MAX_FEN } from '@/domain/money'
import { MAX_LINES, MAX_QUANTITY } from '@/domain/order/order'
import {
  type CartLine,
  calculateTotals,
  maxQuantityFor,
  quantitiesBySku,
  quantityIn,
  setQuantity,
} from '@/domain/product/cart'
import { forAll } from '../../support/for-all'

const rule = { fee: 300, freeOver: 9900 }

describe('cart', () => {
  it('sums goods and freight into a total', () => {
    const lines = [
      { price: 2500, quantity: 1 },
      { price: 6800, quantity: 1 },
    ]
    expect(calculateTotals(lines, rule, 'local')).toEqual({ goods: 9300, freight: 300, total: 9600 })
    expect(calculateTotals(lines, rule, 'pickup')).toEqual({ goods: 9300, freight: 0, total: 9300 })
  })

  it('charges no freight for an empty cart', () => {
    expect(calculateTotals([], rule, 'local')).toEqual({ goods: 0, freight: 0, total: 0 })
  })

  it('adds a line, replaces it in place and removes it at quantity zero', () => {
    const one = setQuantity([], { skuId: 'a', quantity: 1 })
    const two = setQuantity(one, { skuId: 'b', quantity: 2 })
    expect(setQuantity(two, { skuId: 'a', quantity: 3 })).toEqual([
      { skuId: 'a', quantity: 3 },
      { skuId: 'b', quantity: 2 },
    ])
    expect(setQuantity(two, { skuId: 'a', quantity: 0 })).toEqual([{ skuId: 'b', quantity: 2 }])
    expect(setQuantity(two, { skuId: 'c', quantity: 0 })).toEqual(two)
  })

  it('limits a quantity to the stock and to the maximum of an order', () => {
    expect(setQuantity([], { skuId: 'a', quantity: 9 }, 4)).toEqual([{ skuId: 'a', quantity: 4 }])
    expect(setQuantity([], { skuId: 'a', quantity: 9 }, 0)).toEqual([])
    expect(setQuantity([], { skuId: 'a', quantity: 5000 })).toEqual([{ skuId: 'a', quantity: MAX_QUANTITY }])
    expect(setQuantity([], { skuId: 'a', quantity: 2.9 })).toEqual([{ skuId: 'a', quantity: 2 }])
  })

  it('keeps the same sku on two days as two lines that share its stock', () => {
    const friday = { skuId: 'room', date: '2026-11-27', quantity: 3 }
    const saturday = { skuId: 'room', date: '2026-11-28', quantity: 3 }
    const both = setQuantity(setQuantity([], friday, 5), saturday, 5)
    expect(both).toEqual([friday, { ...saturday, quantity: 2 }])
    expect(quantityIn(both, 'room')).toBe(5)
    expect(quantityIn(both, 'room', '2026-11-28')).toBe(2)
    expect(maxQuantityFor(both, friday, 5)).toBe(3)
  })

  it('sums the quantities of each sku over all days, sorted by sku id', () => {
    const lines = [
      { skuId: 'b', quantity: 2, date: '2026-11-25' },
      { skuId: 'a', quantity: 1 },
      { skuId: 'b', quantity: 3, date: '2026-11-26' },
    ]
    expect(quantitiesBySku(lines)).toEqual([
      ['a', 1],
      ['b', 5],
    ])
  })

  it('never holds more of a sku than its stock and never holds a line twice', () => {
    const line = fc.record(
      {
        skuId: fc.constantFrom('a', 'b'),
        quantity: fc.integer({ min: -3, max: 12 }),
        date: fc.constantFrom('d', 'e'),
      },
      { requiredKeys: ['skuId', 'quantity'] },
    )
    forAll(fc.array(line, { maxLength: 20 }), fc.integer({ min: 0, max: 10 }), (steps, stock) => {
      const cart = steps.reduce<CartLine[]>((lines, step) => setQuantity(lines, step, stock), [])
      expect(quantityIn(cart, 'a')).toBeLessThanOrEqual(stock)
      expect(cart.every((each) => each.quantity > 0)).toBe(true)
      expect(new Set(cart.map(({ skuId, date }) => `${skuId} ${date}`)).size).toBe(cart.length)
    })
  })

  it('calculates the largest possible order exactly to the fen', () => {
    const lines = Array.from({ length: MAX_LINES }, () => ({ price: MAX_FEN, quantity: MAX_QUANTITY }))
    const { goods, total } = calculateTotals(lines, { fee: MAX_FEN }, 'courier')
    expect(goods).toBe(MAX_FEN * MAX_QUANTITY * MAX_LINES)
    expect(Number.isSafeInteger(total * 1000)).toBe(true)
  })
})
