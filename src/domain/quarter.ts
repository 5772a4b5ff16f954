import { addMonths, boundsOf, type Month } from './month'

/** A quarter of a year in China, such as `2026Q4`. */
export type Quarter = string

const QUARTER = /^(20\d\d)Q([1-4])$/

/** The first moment of a quarter and of the next one (epoch ms); `undefined` for a text that names none. */
export function boundsOfQuarter(quarter: Quarter): { from: number; until: number } | undefined {
  const [, year, number] = QUARTER.exec(quarter) ?? []
  if (year === undefined) return undefined
  const first: Month = `${year}-${String(Number(number) * 3 - 2).padStart(2, '0')}`
  return { from: boundsOf(first).from, until: boundsOf(addMonths(first, 2)).until }
}
