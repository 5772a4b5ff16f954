import fc from 'fast-check'
import { formatPrice, formatYuan, MAX_FEN, parseYuan } from '@/domain/money'

test.each([
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
  ['3,5', null],
])('reads %p as %p fen', (text, fen) => {
  expect(parseYuan(text)).toBe(fen)
})

test('what is written is read back, with and without trailing zeros', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: MAX_FEN }), (fen) => {
      expect(parseYuan(formatYuan(fen))).toBe(fen)
      expect(parseYuan(formatPrice(fen))).toBe(fen)
    }),
  )
})

test('a price tag is as short as it can be', () => {
  expect([2500, 2550, 2505, 100, 1000].map(formatPrice)).toEqual(['25', '25.5', '25.05', '1', '10'])
})
