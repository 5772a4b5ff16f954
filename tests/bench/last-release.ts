import { calibrate } from './server-usage'
import type { Row } from './table'

/**
 * What requests cost at the last release, by the names that `npm run bench:api` prints, and what `calibrate` measured beside it. The
 * benchmark prints the figures for the next one.
 */
const LAST_RELEASE = {
  calibration: 15.9,
  figures: {} as Record<string, number>,
}

/** Times depend on the machine, other figures do not. */
const onThisMachine = (figure: number, unit: string): number =>
  unit === 'ms' ? (figure * calibrate()) / LAST_RELEASE.calibration : figure

const digitsOf = (unit: string) => (unit === 'ms' ? 3 : 0)

/** A figure within a tenth of the last release's: a ratio to a floor hides a floor that grows. */
export function comparedRow(what: string, figure: number, unit: string): Row {
  const text = (value: number) => `${value.toFixed(digitsOf(unit))} ${unit}`.trim()
  const known = LAST_RELEASE.figures[what]
  if (known === undefined) return { what, figure: text(figure), budget: 'none', isWithinBudget: true }
  const before = onThisMachine(known, unit)
  return {
    what,
    figure: `${text(figure)}, ${text(before)} at the last release`,
    budget: '≤ 110% of the last release',
    isWithinBudget: figure <= before * 1.1,
  }
}
