import { agoWords, dayAndYearWords, momentWords, waitedWords, weekdayWords } from '@/locales/time'

/** 14:05 on a Wednesday in China. */
const now = Date.parse('2026-11-25T06:05:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe('time words', () => {
  it.each([
    [-10_000, '刚刚'],
    [0, '刚刚'],
    [59_000, '刚刚'],
    [MINUTE, '1 分钟前'],
    [59 * MINUTE, '59 分钟前'],
    [HOUR, '今天 13:05'],
    [14 * HOUR + 5 * MINUTE, '今天 00:00'],
    [14 * HOUR + 6 * MINUTE, '昨天 23:59'],
    [DAY, '昨天 14:05'],
    [2 * DAY, '11月23日'],
    [365 * DAY, '2025年11月25日'],
  ])('renders %p ms ago as %p', (passed, words) => {
    expect(agoWords(now - passed, now)).toBe(words)
  })

  it('renders a moment to the minute in China time', () => {
    expect(momentWords(now - HOUR, now)).toBe('今天 13:05')
    expect(momentWords(Date.parse('2026-11-03T01:07:00Z'), now)).toBe('11月3日 09:07')
  })

  it('changes the day at midnight in China', () => {
    const midnight = Date.parse('2026-11-25T16:01:00Z')
    expect(momentWords(midnight - 2 * MINUTE, midnight)).toBe('昨天 23:59')
  })

  it.each([
    [30_000, '不到 1 分钟'],
    [20 * MINUTE, '20 分钟'],
    [5 * HOUR + 50 * MINUTE, '5 小时'],
    [47 * HOUR, '47 小时'],
    [3 * DAY, '3 天'],
  ])('renders a wait of %p ms as %p', (passed, words) => {
    expect(waitedWords(now - passed, now)).toBe(words)
  })

  it('renders days and weekdays', () => {
    expect(dayAndYearWords('2026-01-05', now)).toBe('1月5日')
    expect(dayAndYearWords('2027-01-05', now)).toBe('2027年1月5日')
    expect(weekdayWords('2026-11-25')).toBe('三')
    expect(weekdayWords('2026-11-29')).toBe('日')
  })
})
