/** A shop's day, `YYYY-MM-DD`, at the fixed offset below. */
export type Day = string

export const DAY_PATTERN = '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'

/** UTC+8 all year: China has no daylight saving time. */
export const OFFSET_MINUTES = 480

/** The day of a moment (epoch ms). */
export function dayOf(now: number): Day {
  return new Date(now + OFFSET_MINUTES * 60_000).toISOString().slice(0, 10)
}

/** The first moment (epoch ms) of a day. */
export function startOfDay(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) - OFFSET_MINUTES * 60_000
}

/** The day `days` days later, or earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return dayOf(startOfDay(day) + days * 86_400_000)
}

/** True for an existing calendar date; false for "2026-02-30". */
export function isDay(text: string): boolean {
  if (!new RegExp(DAY_PATTERN).test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}
