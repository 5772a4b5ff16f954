import { parseYuan } from '@/domain/money'
import { normalizePhone } from '@/domain/receiver/receiver'
import { parseReceiver } from '@/domain/receiver/receiver-parse'
import { sanitizeText } from '@/domain/text'

const SIZE = 100_000

/** Texts of 100 kB that provoke backtracking in regular expressions. */
const long = [
  ' ',
  '\n',
  '收货人',
  '电话：',
  '1',
  '138 ',
  '（',
  '（）',
  '号',
  '省',
  '邮编',
  '86-',
  'a',
  '字',
  ',',
  '收货人 ',
  '0',
  '12号王',
  '送到',
  '\u202e',
  '\ud83c',
  '  \t',
  '0000-',
].map((piece) => piece.repeat(SIZE / piece.length))
const mixed = long.flatMap((a, i) => [
  `${a.slice(0, SIZE / 2)}${long[(i + 7) % long.length]?.slice(0, SIZE / 2)}`,
  `${a}x`,
  `x${a}`,
])

describe('text parser', () => {
  it.each([
    ['a pasted address', parseReceiver],
    ['a phone', normalizePhone],
    ['a price', parseYuan],
    ['any text', sanitizeText],
  ])('reads %s of 100 kB within a second', (_, read) => {
    const slow = [...long, ...mixed].flatMap((text) => {
      const begun = performance.now()
      read(text)
      const took = performance.now() - begun
      // a backtracking pattern takes minutes here
      return took > 1000 ? [`${JSON.stringify(text.slice(0, 12))}: ${Math.round(took)} ms`] : []
    })
    expect(slow).toEqual([])
  })
})
