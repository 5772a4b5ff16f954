import fc from 'fast-check'
import { spokenNumber, spokenYuan } from '@/locales/parts/amount'
import { forAll } from '../support/for-all'

describe('spoken amount', () => {
  it.each([
    [0, '零'],
    [2, '两'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [22, '二十二'],
    [100, '一百'],
    [102, '一百零二'],
    [110, '一百一十'],
    [200, '两百'],
    [1005, '一千零五'],
    [1050, '一千零五十'],
    [2222, '两千两百二十二'],
    [10_000, '一万'],
    [10_500, '一万零五百'],
    [12_000, '一万两千'],
    [20_002, '两万零二'],
    [100_000, '十万'],
    [100_005, '十万零五'],
    [120_000, '十二万'],
    [1_000_000, '一百万'],
    [100_000_005, '一亿零五'],
    [200_020_000, '两亿零两万'],
  ])('renders the number %d as %s', (value, spoken) => {
    expect(spokenNumber(value)).toBe(spoken)
  })

  it.each([
    [0, '零元'],
    [2500, '二十五元'],
    [200, '两元'],
    [2550, '二十五元五角'],
    [2505, '二十五元零五分'],
    [2525, '二十五元两角五分'],
    [50, '五角'],
    [5, '五分'],
    [5300, '五十三元'],
    [8_888_888, '八万八千八百八十八元八角八分'],
    [100_000_000, '一百万元'],
  ])('renders %d fen as %s', (fen, spoken) => {
    expect(spokenYuan(fen)).toBe(spoken)
  })

  const values: Record<string, number> = {
    零: 0,
    一: 1,
    二: 2,
    两: 2,
    三: 3,
    四: 4,
    五: 5,
    六: 6,
    七: 7,
    八: 8,
    九: 9,
  }
  const sizes: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }

  /** Parses a spoken number back into digits. */
  function parseSpoken(text: string): number {
    let [all, part, digit] = [0, 0, 0]
    for (const sign of text) {
      const size = sizes[sign]
      if (size !== undefined) {
        part += (digit || 1) * size
        digit = 0
      } else if (sign === '万' || sign === '亿') {
        all += (part + digit) * (sign === '万' ? 1e4 : 1e8)
        ;[part, digit] = [0, 0]
      } else digit = values[sign] ?? Number.NaN
    }
    return all + part + digit
  }

  it('parses back to the same number', () =>
    forAll(fc.integer({ min: 0, max: 1e12 - 1 }), (value) => {
      expect(parseSpoken(spokenNumber(value))).toBe(value)
    }))
})
