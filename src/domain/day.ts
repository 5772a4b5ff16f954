/** A shop's day, `YYYY-MM-DD`, at the fixed offset below. */
export type Day = string

export const DAY_PATTERN = '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'

/** China keeps one time all year: UTC+8. */
export const OFFSET_MINUTES = 480

/** The day of a moment (epoch ms). */
export function dayOf(now: number): Day {
  return new Date(now + OFFSET_MINUTES * 60_000).toISOString().slice(0, 10)
}

/** The first moment (epoch ms) of a day. */
export function startOfDay(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) - OFFSET_MINUTES * 60_000
}

/** The day some days later (or earlier, when negative). */
export function addDays(day: Day, days: number): Day {
  return dayOf(startOfDay(day) + days * 86_400_000)
}

/** True for a day that the calendar has: "2026-02-30" is none. */
export function isDay(text: string): boolean {
  if (!new RegExp(DAY_PATTERN).test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text
}
