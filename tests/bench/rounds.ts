import { median } from './table'

/** Short rounds alternate between a figure and its floor, so that other load on the machine affects both. */
export const ROUNDS = 15
export const ROUND_MS = 500
/** Connections that send requests at the same time. */
export const CALLERS = 16

export const percent = (part: number) => `${Math.round(part * 100)}%`

/** Returns the median of the ratios of all rounds. */
export const ratioOf = (rates: readonly number[], floors: readonly number[]): number =>
  median(rates.map((rate, i) => rate / (floors[i] ?? Number.NaN)))
