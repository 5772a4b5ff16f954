import { type Day, startOfDay } from './day'

const DAY_MS = 86_400_000
/** Noon UTC on 1 January 2000, the epoch J2000.0. */
const J2000 = Date.UTC(2000, 0, 1, 12)
const sine = (degrees: number) => Math.sin((degrees * Math.PI) / 180)

/** The apparent longitude of the sun in degrees, to 0.01°. Source: Astronomical Almanac, low-precision formulas for the sun. */
function solarLongitude(moment: number): number {
  const days = (moment - J2000) / DAY_MS
  const anomaly = 357.528 + 0.9856003 * days
  const longitude = 280.46 + 0.9856474 * days + 1.915 * sine(anomaly) + 0.02 * sine(2 * anomaly)
  return ((longitude % 360) + 360) % 360
}

/** Returns which of the 24 solar terms a day in China belongs to, counted from 0, the spring equinox. */
export const solarTermOf = (day: Day): number => Math.floor(solarLongitude(startOfDay(day) + DAY_MS - 1) / 15)
