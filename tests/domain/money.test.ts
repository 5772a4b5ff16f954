import fc from 'fast-check'
import { formatPrice, formatYuan, MAX_FEN, parseYuan } from '@/domain/money'
import { forAll } from '../support/for-all'

describe('money', () => {
  it.each([
    ['25', 2500],
    ['25.', 2500],
    ['25.5', 2550],
    ['0.05', 5],
    ['1000000', MAX_FEN],
    ['1000000.01', null],
    ['', null],
    ['.', null],
    ['1.234', null],
    ['-3', null],
    ['3,5', 350],
    ['35，5', 3550],
    ['35。5', 3550],
    ['35．50', 3550],
    ['35,', 3500],
    ['1,200', 120_000],
    ['1，200', 120_000],
    ['12,345.5', 1_234_550],
    ['1,000,000', MAX_FEN],
    ['1,0000', null],
    ['0,500', null],
    ['1。200', null],
    ['1,200,5', null],
    ['35,5,5', null],
    [',5', null],
    ['３５．５', 3550],
  ])('parses %p as %p fen', (text, fen) => {
    expect(parseYuan(text)).toBe(fen)
  })

  it('parses a comma or a full stop before one or two digits as a decimal point', () => {
    const whole = fc.integer({ min: 0, max: 9999 })
    const digits = fc.stringMatching(/^\d{1,2}$/)
    forAll(whole, digits, fc.constantFrom(',', '，', '。', '．'), (yuan, rest, sign) => {
      expect(parseYuan(`${yuan}${sign}${rest}`)).toBe(parseYuan(`${yuan}.${rest}`))
    })
  })

  it('ignores thousands separators', () =>
    forAll(fc.integer({ min: 1000, max: 1_000_000 }), (yuan) => {
      expect(parseYuan(yuan.toLocaleString('en-US'))).toBe(yuan * 100)
    }))

  it('parses every formatted amount back to the same fen, with and without trailing zeros', () =>
    forAll(fc.integer({ min: 0, max: MAX_FEN }), (fen) => {
      expect(parseYuan(formatYuan(fen))).toBe(fen)
      expect(parseYuan(formatPrice(fen))).toBe(fen)
    }))

  it('formats a price without trailing zeros', () => {
    expect([2500, 2550, 2505, 100, 1000].map(formatPrice)).toEqual(['25', '25.5', '25.05', '1', '10'])
  })
})
