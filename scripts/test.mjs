import { buildEngine } from './build-engine.mjs'
import { buildH5 } from './build-h5.mjs'
import { buildServer } from './build-server.mjs'
import { buildWeapp } from './build-weapp.mjs'
import { findChromium, INSTALL_CHROMIUM } from './lib/chromium.mjs'
import { addCounts, FAILED_RUN, formatCounts, formatFailure } from './testing/counts.mjs'
import { runJest, runPlaywright } from './testing/test-runners.mjs'

// `npm test` is the short run, `npm run test:long` the full one. Both end with one line of counts. Further arguments are
// patterns of file names, which limit both runners.
const args = process.argv.slice(2)
const isLong = args.includes('--long')
const isChanged = args.includes('--changed')
const patterns = args.filter((argument) => argument !== '--long' && argument !== '--changed')

const SLOWEST = 10

/** @typedef {import('./testing/counts.mjs').Counts} Counts */

/** @type {Record<string, string>} */
const env = isLong ? { KZ_LONG: '1' } : {}

/** True if a runner may find no tests, because a selection of tests may contain none of its files. */
const mayBeEmpty = isChanged || patterns.length > 0

/** @param {string[]} projects @param {string[]} options */
const jest = (projects, ...options) =>
  runJest(projects, [...options, ...(mayBeEmpty ? ['--passWithNoTests'] : []), ...patterns], env)

/** Builds the apps that the browsers run. Apps compiled for one shop, and with them their engines, belong to the long run. */
const buildApps = () =>
  Promise.all([
    buildH5().then(() => (isLong ? buildEngine('h5') : undefined)),
    buildWeapp().then(() => (isLong ? buildEngine('weapp') : undefined)),
  ])

/** @returns {Promise<Counts[]>} */
async function runAll() {
  if (isChanged) return [await jest(['unit', 'components', 'weapp-host'], '--onlyChanged', '--maxWorkers=2')]
  await buildServer()
  // behind pgbouncer, the short run opens a journey in the browser only; its tests wait for databases now and then, so that two workers
  // leave the machine idle
  const quick = isLong
    ? jest(['unit', 'postgres', 'pgbouncer', 'components', 'weapp-host'], '--maxWorkers=2')
    : jest(['unit', 'postgres', 'components', 'weapp-host'], '--maxWorkers=3')
  // the longest tests of the long run would exceed their limits beside jest
  const ready = isLong ? Promise.all([quick, buildApps()]) : buildApps()
  const browsers = ready.then(() => runPlaywright(patterns, env))
  // they start many processes and wait for them; esbuild's service outlives the last jest test for a while
  const faults = (isLong ? ready : browsers).then(() =>
    jest(['weapp', 'faults'], '--maxWorkers=4', '--forceExit'),
  )
  return Promise.all([quick, browsers, faults])
}

if (!isChanged && !findChromium()) {
  console.error(`The tests drive Chromium and found none. Install it:\n  ${INSTALL_CHROMIUM}`)
  console.log(formatCounts(FAILED_RUN))
  process.exit(1)
}

const counts = await runAll().then(addCounts, (error) => {
  console.error(error instanceof Error ? error.message : error)
  return FAILED_RUN
})
const slowest = counts.suites.toSorted((a, b) => b.seconds - a.seconds).slice(0, SLOWEST)
if (slowest.length > 0) console.log('Slowest suites:')
for (const { name, seconds } of slowest) console.log(`${seconds.toFixed(1).padStart(7)} s  ${name}`)
if (counts.failures.length > 0) console.log('Failed tests:')
for (const failure of counts.failures) console.log(`  ${formatFailure(failure)}`)
console.log(formatCounts(counts))
process.exit(counts.failed === 0 && (isChanged || counts.passed > 0) ? 0 : 1)
