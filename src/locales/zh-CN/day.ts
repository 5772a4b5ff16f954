import type { Day } from '@/domain/day'
import { UNTIL_REOPENED } from '@/domain/shop'

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const
const near = ['今天', '明天', '后天'] as const

const weekdayOf = (day: Day) => weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
const gap = (day: Day, today: Day) => Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000)

/** "11月26日" */
export const dayWords = (day: Day): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** When a shop takes orders again: "11月26日起再接单". */
export const reopenWords = (day: Day): string =>
  day === UNTIL_REOPENED ? '哪天再接单还没定' : `${dayWords(day)}起再接单`

/** "11月"; includes the year if it is not the current one. */
export const monthWords = (day: Day, today: Day): string => {
  const month = `${Number(day.slice(5, 7))}月`
  return day.slice(0, 4) === today.slice(0, 4) ? month : `${day.slice(0, 4)}年${month}`
}

/** "今天", "明天" or "后天", else the weekday. */
export const shortDayWords = (day: Day, today: Day): string => near[gap(day, today)] ?? weekdayOf(day)

/** "11月26日，周四" */
export const fullDayWords = (day: Day, today: Day): string => `${dayWords(day)}，${shortDayWords(day, today)}`

export const dayChoiceWords = {
  later: '再往后',
  laterTitle: '选个日子',
} as const
