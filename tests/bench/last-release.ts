import { calibrate } from './server-usage'
import type { Row } from './table'

/**
 * What requests cost at the last release, by the names that `npm run bench:api` prints, and what `calibrate` measured beside it. The
 * benchmark prints the figures for the next one.
 */
const LAST_RELEASE = {
  calibration: 16.3,
  figures: {
    'CPU of an order, SQLite': 0.452,
    "CPU of a new buyer's first order, SQLite": 0.45,
    'CPU of an order, to be paid online, SQLite': 0.567,
    "CPU of a new buyer's first order, to be paid online, SQLite": 0.7,
    'CPU of an order, PostgreSQL': 2.397,
    'WAL of an order, PostgreSQL': 3151,
    "CPU of a new buyer's first order, PostgreSQL": 3.2,
    "WAL of a new buyer's first order, PostgreSQL": 3549,
    'index entries of an order, PostgreSQL': 10,
    'CPU of an order, to be paid online, PostgreSQL': 2.338,
    'WAL of an order, to be paid online, PostgreSQL': 3597,
    "CPU of a new buyer's first order, to be paid online, PostgreSQL": 2.7,
    "WAL of a new buyer's first order, to be paid online, PostgreSQL": 3934,
    'index entries of an order, to be paid online, PostgreSQL': 9,
  } as Record<string, number>,
}

/** Times depend on the machine, other figures do not. */
const onThisMachine = (figure: number, unit: string): number =>
  unit === 'ms' ? (figure * calibrate()) / LAST_RELEASE.calibration : figure

const digitsOf = (unit: string) => (unit === 'ms' ? 3 : 0)

/** A figure that has a highest value, or none, and is within a tenth of the last release's: a ratio to a floor hides a floor that grows. */
export function comparedRow(
  what: string,
  figure: number,
  { unit = '', max = Number.POSITIVE_INFINITY }: { unit?: string; max?: number } = {},
): Row {
  const text = (value: number) => `${value.toFixed(digitsOf(unit))} ${unit}`.trim()
  const known = LAST_RELEASE.figures[what]
  const before = known === undefined ? undefined : onThisMachine(known, unit)
  const budgets = [
    ...(max === Number.POSITIVE_INFINITY ? [] : [`≤ ${max} ${unit}`]),
    ...(before === undefined ? [] : ['≤ 110% of the last release']),
  ]
  return {
    what,
    figure: before === undefined ? text(figure) : `${text(figure)}, ${text(before)} at the last release`,
    budget: budgets.join(', ') || 'none',
    isWithinBudget: figure <= Math.min(max, (before ?? Number.POSITIVE_INFINITY) * 1.1),
  }
}
