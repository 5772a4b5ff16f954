import { addDays } from '@/domain/day'
import { solarTermOf } from '@/domain/solar-term'
import { shopHeadWords } from '@/templates/sections/shop-head/words'

/** The first days of the solar terms of 2026 in published calendars. */
const first: [string, string][] = [
  ...([
    ['2026-01-05', '小寒'],
    ['2026-01-20', '大寒'],
    ['2026-02-04', '立春'],
    ['2026-02-18', '雨水'],
  ] as const),
  ...([
    ['2026-03-05', '惊蛰'],
    ['2026-03-20', '春分'],
    ['2026-04-05', '清明'],
    ['2026-04-20', '谷雨'],
  ] as const),
  ...([
    ['2026-05-05', '立夏'],
    ['2026-05-21', '小满'],
    ['2026-06-05', '芒种'],
    ['2026-06-21', '夏至'],
  ] as const),
  ...([
    ['2026-07-07', '小暑'],
    ['2026-07-23', '大暑'],
    ['2026-08-07', '立秋'],
    ['2026-08-23', '处暑'],
  ] as const),
  ...([
    ['2026-09-07', '白露'],
    ['2026-09-23', '秋分'],
    ['2026-10-08', '寒露'],
    ['2026-10-23', '霜降'],
  ] as const),
  ...([
    ['2026-11-07', '立冬'],
    ['2026-11-22', '小雪'],
    ['2026-12-07', '大雪'],
    ['2026-12-22', '冬至'],
  ] as const),
].map(([day, term]) => [day, term])

describe('solarTermOf', () => {
  it.each(first)('starts a term on %s: %s', (day, term) => {
    expect(shopHeadWords.term(day)).toBe(term)
    expect(shopHeadWords.term(addDays(day, -1))).not.toBe(term)
    expect(shopHeadWords.term(addDays(day, 12))).toBe(term)
  })

  it('counts 24 terms in every year to 2099', () => {
    for (let year = 2020; year < 2100; year++) {
      const terms = new Set(Array.from({ length: 366 }, (_, at) => solarTermOf(addDays(`${year}-01-01`, at))))
      expect([...terms].sort((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, at) => at))
    }
  })
})
