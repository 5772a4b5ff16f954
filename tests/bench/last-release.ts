import { calibrate } from './server-usage'
import type { Row } from './table'

/**
 * CPU time of an order in ms at the last release, and what `calibrate` measured beside it. `npm run bench:api` prints the figures for the
 * next one.
 */
const LAST_RELEASE = {
  calibration: 15.9,
  order: {
    SQLite: 0.377,
    'to be paid online, SQLite': 0.476,
    PostgreSQL: 0.934,
    'to be paid online, PostgreSQL': 0.85,
  } as Record<string, number>,
}

/** CPU time of an order at the last release, in ms of this machine. */
const orderMs = (what: string): number | undefined => {
  const known = LAST_RELEASE.order[what]
  return known === undefined ? undefined : (known * calibrate()) / LAST_RELEASE.calibration
}

/** The CPU time of an order, within a tenth of the last release's: a ratio to a floor hides a floor that grows. */
export function orderCpuRow(what: string, ms: number): Row {
  const before = orderMs(what)
  return {
    what: `CPU of an order, ${what}`,
    figure: `${ms.toFixed(3)} ms${before === undefined ? '' : `, ${before.toFixed(3)} ms at the last release`}`,
    budget: before === undefined ? 'none' : '≤ 110% of the last release',
    isWithinBudget: before === undefined || ms <= before * 1.1,
  }
}
