import fc from 'fast-check'
import { freightOf, ruleOf } from '@/domain/freight'
import { fulfilments } from '@/domain/fulfilment'

test.each([
  ['local', 9899, 300],
  ['local', 9900, 0],
  ['courier', 9899, 300],
  ['courier', 9900, 0],
  ['pickup', 100, 0],
  ['on-site', 100, 0],
] as const)('%s with goods of %i fen costs %i', (kind, goods, freight) => {
  expect(freightOf({ fee: 300, freeOver: 9900 }, kind, goods)).toBe(freight)
})

test('without an amount to be free from, it is never free', () => {
  expect(freightOf({ fee: 300 }, 'local', 100_000_000)).toBe(300)
})

test('free from nothing on is free', () => {
  expect(freightOf({ fee: 300, freeOver: 0 }, 'courier', 0)).toBe(0)
})

test('it is the fee or nothing, and more goods never cost more to send', () => {
  const amount = fc.integer({ min: 0, max: 100_000 })
  fc.assert(
    fc.property(
      fc.constantFrom(...fulfilments),
      amount,
      amount,
      amount,
      amount,
      (kind, fee, freeOver, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)]
        const rule = { fee, freeOver }
        expect([0, fee]).toContain(freightOf(rule, kind, less))
        expect(freightOf(rule, kind, more)).toBeLessThanOrEqual(freightOf(rule, kind, less))
      },
    ),
  )
})

describe('the fee of courier', () => {
  const freight = { fee: 300, freeOver: 9900, courier: { fee: 1200, freeOver: 20_000 } }

  it.each([
    ['local', 9899, 300],
    ['local', 9900, 0],
    ['courier', 9900, 1200],
    ['courier', 20_000, 0],
    ['pickup', 100, 0],
  ] as const)('is separate from the fee of local delivery (%s, goods of %i fen: %i)', (kind, goods, fee) => {
    expect(freightOf(freight, kind, goods)).toBe(fee)
  })

  it('does not take the free amount of local delivery', () => {
    expect(freightOf({ fee: 0, freeOver: 0, courier: { fee: 800 } }, 'courier', 1_000_000)).toBe(800)
  })

  it('is that of local delivery in a shop from before the fees were separate', () => {
    expect(ruleOf({ fee: 300, freeOver: 9900 }, 'courier')).toEqual({ fee: 300, freeOver: 9900 })
  })
})
