import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { buildEngine } from './build-engine.mjs'
import { buildH5 } from './build-h5.mjs'
import { buildServer } from './build-server.mjs'
import { buildWeapp } from './build-weapp.mjs'
import { findChromium, INSTALL_CHROMIUM } from './lib/chromium.mjs'
import { root } from './lib/sources.mjs'

/** // `npm test` is the short run, `npm run test:long` the full one. Both end with one line of counts. */
const isLong = process.argv.includes('--long')
const isChanged = process.argv.includes('--changed')
const more = process.argv.slice(2).filter((argument) => argument !== '--long' && argument !== '--changed')

const SLOWEST = 10

/** Runs jest projects; returns their counts. @param {string[]} projects @param {string[]} more */
/** // webpack mostly keeps one core busy */

/**
 * // these tests mostly wait, so three run at the same time. --forceExit, because esbuild's service and Chromium's pipes
 * outlive the last test for a while
 */
async function jest(projects, options) {
  const file = path.join(root, 'dist/test-results', `${projects.join('-')}.json`)
  mkdirSync(path.dirname(file), { recursive: true })
  rmSync(file, { force: true })
  const run = spawn(
    process.execPath,
    [
      path.join(root, 'node_modules/jest/bin/jest.js'),
      '--selectProjects',
      ...projects,
      '--json',
      `--outputFile=${file}`,
      '--passWithNoTests',
      ...options,
      ...more,
    ],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...(isLong ? { KZ_LONG: '1' } : {}) },
    },
  )
  await once(run, 'exit')
  if (!existsSync(file)) return { passed: 0, failed: 1, suites: [] }
  const result = JSON.parse(readFileSync(file, 'utf8'))
  const broken = result.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  )
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + broken.length,
    suites: result.testResults.map(({ name, startTime, endTime }) => ({
      name: path.relative(root, name),
      seconds: (endTime - startTime) / 1000,
    })),
  }
}

/** @returns {Promise<Counts[]>} */
async function runAll() {
  if (isChanged)
    return [await jest(['unit', 'components', 'weapp-host'], ['--onlyChanged', '--maxWorkers=2'])]
  await buildServer()
  // webpack keeps about one core busy
  await Promise.all([buildH5().then(() => buildEngine('h5')), buildWeapp().then(() => buildEngine('weapp'))])
  const quick = await jest(['unit', 'postgres', 'pgbouncer', 'components', 'weapp-host'], ['--maxWorkers=2'])
  // these mostly wait for pages and processes, so three run side by side; esbuild's service and Chromium's pipes outlive the
  // last test for a while
  const slow = await jest(['e2e', 'faults'], ['--maxWorkers=3', '--forceExit'])
  return [quick, slow]
}

if (!isChanged && !findChromium()) {
  console.error(`The tests drive Chromium and found none. Install it:\n  ${INSTALL_CHROMIUM}`)
  console.log('0 passed, 1 failed')
  process.exit(1)
}

/** @type {Counts[]} */
let all = []
try {
  all = await runAll()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  all = [{ passed: 0, failed: 1, suites: [] }]
}
const slowest = all
  .flatMap(({ suites }) => suites)
  .sort((a, b) => b.seconds - a.seconds)
  .slice(0, SLOWEST)
if (slowest.length > 0) console.log('Slowest suites:')
for (const { name, seconds } of slowest) console.log(`${seconds.toFixed(1).padStart(7)} s  ${name}`)
const passed = all.reduce((sum, counts) => sum + counts.passed, 0)
const failed = all.reduce((sum, counts) => sum + counts.failed, 0)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 && (isChanged || passed > 0) ? 0 : 1)
