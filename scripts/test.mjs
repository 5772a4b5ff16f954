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

// `npm test` is the short run; `npm run test:long` holds the full sizes. Both end with one line of counts.
const long = process.argv.includes('--long')
const only = process.argv.slice(2).filter((argument) => argument !== '--long')

/** Runs some jest projects and answers their counts. @param {string[]} projects @param {string[]} more */
async function jest(projects, more = []) {
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
      ...more,
      ...only,
    ],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...(long ? { KZ_LONG: '1' } : {}) },
    },
  )
  await once(run, 'exit')
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const result = JSON.parse(readFileSync(file, 'utf8'))
  const broken = result.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  )
  return { passed: result.numPassedTests, failed: result.numFailedTests + broken.length }
}

if (!findChromium()) {
  console.error(`The tests drive Chromium and found none. Install it:\n  ${INSTALL_CHROMIUM}`)
  console.log('0 passed, 1 failed')
  process.exit(1)
}

let sum = { passed: 0, failed: 0 }
try {
  await buildServer()
  // webpack mostly keeps one core busy
  await Promise.all([buildH5().then(() => buildEngine('h5')), buildWeapp().then(() => buildEngine('weapp'))])
  const quick = await jest(['unit', 'postgres', 'pgbouncer', 'components'], ['--maxWorkers=2'])
  // these mostly wait, for pages and for what recovers, so three run side by side; esbuild's service and Chromium's pipes
  // outlive the last test for a while; what a test starts it also ends itself
  const slow = await jest(['e2e', 'faults'], ['--maxWorkers=3', '--forceExit'])
  for (const counts of [quick, slow])
    sum = { passed: sum.passed + counts.passed, failed: sum.failed + counts.failed }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  sum.failed += 1
}
console.log(`${sum.passed} passed, ${sum.failed} failed`)
process.exit(sum.failed === 0 && sum.passed > 0 ? 0 : 1)
