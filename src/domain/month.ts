import { addDays, type Day, dayOf, startOfDay } from './day'

/** A shop's month, `YYYY-MM`. */
export type Month = string

export const MONTH_PATTERN = '^20[0-9]{2}-(0[1-9]|1[0-2])$'

/** The month of a moment (epoch ms). */
export const monthOf = (now: number): Month => dayOf(now).slice(0, 7)

const firstDay = (month: Month): Day => `${month}-01`

/** The month `count` months later, or earlier when negative. */
export function addMonths(month: Month, count: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const index = year * 12 + number - 1 + count
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

export function daysOf(month: Month): Day[] {
  const days: Day[] = []
  for (let day = firstDay(month); day.startsWith(month); day = addDays(day, 1)) days.push(day)
  return days
}

/** The first moment of a month and of the next one (epoch ms). */
export const boundsOf = (month: Month): { from: number; until: number } => ({
  from: startOfDay(firstDay(month)),
  until: startOfDay(firstDay(addMonths(month, 1))),
})
