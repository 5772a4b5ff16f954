import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc.js'
import { addDays, type Day, dayOf, OFFSET_MINUTES } from '@/domain/day'
import { translated } from './translation'

// the timezone plugin needs Intl, which mini-programs may lack; China's UTC offset is fixed
dayjs.extend(utc)

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** "14:05", in China's time zone. */
const clock = (at: number): string => dayjs.utc(at).utcOffset(OFFSET_MINUTES).format('HH:mm')

/** "11月3日"; includes the year if it is not the current one. */
export const dayAndYearWords = translated(
  'dayAndYearWords',
  function dayAndYearWords(day: Day, now: number): string {
    const thisYear = day.slice(0, 4) === dayOf(now).slice(0, 4)
    return dayjs.utc(day).format(thisYear ? 'M月D日' : 'YYYY年M月D日')
  },
)

/** The day from which a version of a document has an effect; `undefined` for one that always had. */
export const effectWords = translated(
  'effectWords',
  function effectWords({ effectiveAt }: { effectiveAt?: number }, now: number): string | undefined {
    return effectiveAt === undefined ? undefined : dayAndYearWords(dayOf(effectiveAt), now)
  },
)

function nearDay(at: number, now: number): string | undefined {
  const today = dayOf(now)
  if (dayOf(at) === today) return '今天'
  if (dayOf(at) === addDays(today, 1)) return '明天'
  return dayOf(at) === addDays(today, -1) ? '昨天' : undefined
}

/** A past time relative to now: 刚刚, 5 分钟前, 今天 14:05, 昨天 14:05, 11月3日. */
export const agoWords = translated('agoWords', function agoWords(at: number, now: number): string {
  const passed = now - at
  if (passed < MINUTE) return '刚刚'
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} 分钟前`
  const near = nearDay(at, now)
  return near ? `${near} ${clock(at)}` : dayAndYearWords(dayOf(at), now)
})

/** A past or future time, to the minute: 今天 14:05, 明天 9:00, 11月3日 14:05. */
export const momentWords = translated(
  'momentWords',
  (at: number, now: number): string => `${nearDay(at, now) ?? dayAndYearWords(dayOf(at), now)} ${clock(at)}`,
)

/** A time on paper, where no day is today for long: 11月3日 14:05; includes the year if it is not the current one. */
export const paperMomentWords = translated(
  'paperMomentWords',
  (at: number, now: number): string => `${dayAndYearWords(dayOf(at), now)} ${clock(at)}`,
)

/** A waiting time: 不到 1 分钟, 20 分钟, 5 小时, 3 天. */
export const waitedWords = translated(
  'waitedWords',
  function waitedWords(since: number, now: number): string {
    const passed = now - since
    if (passed < MINUTE) return '不到 1 分钟'
    if (passed < HOUR) return `${Math.floor(passed / MINUTE)} 分钟`
    if (passed < 2 * DAY) return `${Math.floor(passed / HOUR)} 小时`
    return `${Math.floor(passed / DAY)} 天`
  },
)

/** The weekday as one character: 三. */
export const weekdayWords = translated('weekdayWords', (day: Day): string =>
  '日一二三四五六'.charAt(dayjs.utc(day).day()),
)
