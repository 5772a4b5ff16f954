import { calibrate } from './server-usage'

/**
 * CPU time of an order in ms at the last release, and what `calibrate` measured beside it. `npm run bench:api` prints the figures for the
 * next one.
 */
const LAST_RELEASE = {
  calibration: 16.5,
  order: {
    SQLite: 0.804,
    'to be paid online, SQLite': 1.051,
    PostgreSQL: 1.966,
    'to be paid online, PostgreSQL': 1.818,
  } as Record<string, number>,
}

/** CPU time of an order at the last release, in ms of this machine. */
export const lastReleaseOrderMs = (what: string): number | undefined => {
  const known = LAST_RELEASE.order[what]
  return known === undefined ? undefined : (known * calibrate()) / LAST_RELEASE.calibration
}
