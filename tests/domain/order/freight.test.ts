import fc from 'fast-check'
import { freightOf, freightRuleOf } from '@/domain/order/freight'
import { fulfilments } from '@/domain/order/fulfilment'
import { forAll } from '../../support/for-all'

describe('freightOf', () => {
  it.each([
    ['local', 9899, 300],
    ['local', 9900, 0],
    ['courier', 9899, 300],
    ['courier', 9900, 0],
    ['pickup', 100, 0],
    ['on-site', 100, 0],
  ] as const)('charges for %s with goods of %i fen a freight of %i fen', (kind, goods, freight) => {
    expect(freightOf({ fee: 300, freeOver: 9900 }, kind, goods)).toBe(freight)
  })

  it('charges the fee for any amount when no free amount is set', () => {
    expect(freightOf({ fee: 300 }, 'local', 100_000_000)).toBe(300)
  })

  it('charges nothing when the free amount is zero', () => {
    expect(freightOf({ fee: 300, freeOver: 0 }, 'courier', 0)).toBe(0)
  })

  it('is either zero or the fee and never rises with the amount of goods', () => {
    const amount = fc.integer({ min: 0, max: 100_000 })
    forAll(fc.constantFrom(...fulfilments), amount, amount, amount, amount, (kind, fee, freeOver, a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)]
      const rule = { fee, freeOver }
      expect([0, fee]).toContain(freightOf(rule, kind, less))
      expect(freightOf(rule, kind, more)).toBeLessThanOrEqual(freightOf(rule, kind, less))
    })
  })

  describe('with a courier fee', () => {
    const freight = { fee: 300, freeOver: 9900, courier: { fee: 1200, freeOver: 20_000 } }

    it.each([
      ['local', 9899, 300],
      ['local', 9900, 0],
      ['courier', 9900, 1200],
      ['courier', 20_000, 0],
      ['pickup', 100, 0],
    ] as const)(
      'is separate from the fee of local delivery (%s, goods of %i fen: %i)',
      (kind, goods, fee) => {
        expect(freightOf(freight, kind, goods)).toBe(fee)
      },
    )

    it('does not apply the free amount of local delivery to the courier', () => {
      expect(freightOf({ fee: 0, freeOver: 0, courier: { fee: 800 } }, 'courier', 1_000_000)).toBe(800)
    })

    it('uses the local delivery rule for the courier in a shop stored without a courier fee', () => {
      expect(freightRuleOf({ fee: 300, freeOver: 9900 }, 'courier')).toEqual({ fee: 300, freeOver: 9900 })
    })
  })
})
