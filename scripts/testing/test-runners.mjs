import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { root } from '../lib/sources.mjs'
import { FAILED_RUN, failureOf, failuresOf } from './counts.mjs'

const RESULTS = path.join(root, 'dist/test-results')

/** @typedef {import('./counts.mjs').Counts} Counts */

const PRELOADED = [
  new URL('cache-compiled-modules.mjs', import.meta.url),
  new URL('end-test-contexts.mjs', import.meta.url),
  new URL('reuse-rsa-keys.mjs', import.meta.url),
]

/** Options of Node for jest, which passes them on to its workers. A larger young generation needs fewer collections. */
const JEST_NODE_OPTIONS = [
  ...PRELOADED.flatMap(({ href }) => ['--import', href]),
  '--min-semi-space-size=16',
  '--max-semi-space-size=32',
]

/** A worker whose heap is larger than this after a suite is replaced, because collecting a large heap takes longer than most suites. */
const WORKER_MEMORY = '1500MB'

/**
 * Runs a program of node_modules and returns its exit code (null after a signal) and the JSON report that it writes to
 * `file`, if it wrote one. Its output goes to stderr, because stdout is for the counts.
 * @param {string} program @param {string[]} args @param {string} file @param {Record<string, string>} env
 * @param {string[]} [nodeOptions]
 */
async function runWithReport(program, args, file, env, nodeOptions = []) {
  mkdirSync(RESULTS, { recursive: true })
  rmSync(file, { force: true })
  const run = spawn(process.execPath, [...nodeOptions, path.join(root, 'node_modules', program), ...args], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
    env: { ...process.env, ...env },
  })
  const [exitCode] = /** @type {[number | null]} */ (await once(run, 'exit'))
  return { exitCode, report: existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined }
}

/** @typedef {{ fullName: string, status: string, failureMessages: string[] }} JestTest */
/** @typedef {{ name: string, status: string, message: string, startTime: number, endTime: number, assertionResults: JestTest[] }} JestSuite */

/** The failed tests of a suite, or the suite itself if it crashed. @param {JestSuite} suite */
function failuresOfSuite({ name, status, message, assertionResults }) {
  const file = path.relative(root, name)
  if (status === 'failed' && assertionResults.length === 0) return [failureOf(file, 'the suite', message)]
  return assertionResults
    .filter((test) => test.status === 'failed')
    .map(({ fullName, failureMessages }) => failureOf(file, fullName, failureMessages[0] ?? ''))
}

/**
 * Runs jest projects. A suite that crashes counts as one failed test.
 * @param {string[]} projects @param {string[]} options @param {Record<string, string>} env
 * @returns {Promise<Counts>}
 */
export async function runJest(projects, options, env) {
  const file = path.join(RESULTS, `${projects.join('-')}.json`)
  const output = ['--json', `--outputFile=${file}`, `--workerIdleMemoryLimit=${WORKER_MEMORY}`]
  const args = ['--selectProjects', ...projects, ...output, ...options]
  const { report, exitCode } = await runWithReport('jest/bin/jest.js', args, file, env, JEST_NODE_OPTIONS)
  if (!report) return FAILED_RUN
  /** @type {JestSuite[]} */
  const suites = report.testResults
  const broken = suites.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: failuresOf(report.numFailedTests + broken.length, exitCode),
    skipped: report.numPendingTests + report.numTodoTests,
    suites: suites.map(({ name, startTime, endTime }) => ({
      name: path.relative(root, name),
      seconds: (endTime - startTime) / 1000,
    })),
    failures: suites.flatMap(failuresOfSuite),
  }
}

/** @typedef {{ status: string, results: { duration: number, error?: { message?: string } }[] }} PlaywrightTest */
/** @typedef {{ file: string, specs: { title: string, tests: PlaywrightTest[] }[], suites?: PlaywrightSuite[] }} PlaywrightSuite */

/** @param {PlaywrightSuite} suite @returns {import('./counts.mjs').Failure[]} */
function failuresIn({ file, specs, suites = [] }) {
  const own = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => results.find(({ error }) => error)?.error?.message ?? '')
      .map((message) => failureOf(path.join('tests/e2e', file), title, message)),
  )
  return [...own, ...suites.flatMap(failuresIn)]
}

/** @param {PlaywrightSuite} suite @returns {number} milliseconds */
function durationOf({ specs, suites = [] }) {
  const own = specs.flatMap(({ tests }) => tests.flatMap(({ results }) => results))
  return (
    own.reduce((sum, { duration }) => sum + duration, 0) +
    suites.reduce((sum, one) => sum + durationOf(one), 0)
  )
}

/** True if the short run may skip all tests of a spec file. @param {string} file */
const hasLongTests = (file) => readFileSync(path.join(root, 'tests/e2e', file), 'utf8').includes('LONG_RUN')

/** Spec files without a test in the report, as after a loop over nothing. @param {PlaywrightSuite[]} suites @param {boolean} isLong */
function filesWithoutTests(suites, isLong) {
  const files = readdirSync(path.join(root, 'tests/e2e'), { recursive: true }).map(String)
  const found = new Set(suites.map(({ file }) => path.normalize(file)))
  return files.filter(
    (file) => file.endsWith('.spec.ts') && !found.has(file) && (isLong || !hasLongTests(file)),
  )
}

/**
 * Runs the tests of `tests/e2e`, or of its files that match the patterns. An error outside of a test, such as a file that does
 * not load, counts as one failed test, and so does a file without tests when all run. A suite's time is the sum of its
 * tests, which several workers share.
 * @param {string[]} patterns @param {Record<string, string>} env
 * @returns {Promise<Counts>}
 */
export async function runPlaywright(patterns, env) {
  const file = path.join(RESULTS, 'playwright.json')
  const options = patterns.length > 0 ? ['--pass-with-no-tests', ...patterns] : []
  const { report, exitCode } = await runWithReport('@playwright/test/cli.js', ['test', ...options], file, env)
  if (!report) return FAILED_RUN
  const empty = patterns.length > 0 ? [] : filesWithoutTests(report.suites, env.KZ_LONG === '1')
  for (const name of empty) console.error(`tests/e2e/${name} contains no test`)
  return countPlaywright(report, exitCode, empty)
}

/** @typedef {{ expected: number, unexpected: number, flaky: number, skipped: number }} PlaywrightStats */

/**
 * Counts the tests of a report; each empty file is one failed test.
 * @param {{ stats: PlaywrightStats, suites: PlaywrightSuite[], errors: unknown[] }} report
 * @param {number | null} exitCode @param {string[]} empty
 * @returns {Counts}
 */
export function countPlaywright({ stats, suites, errors }, exitCode, empty) {
  const { expected, unexpected, flaky, skipped } = stats
  return {
    passed: expected,
    failed: failuresOf(unexpected + flaky + errors.length + empty.length, exitCode),
    skipped,
    suites: suites.map((suite) => ({
      name: path.join('tests/e2e', suite.file),
      seconds: durationOf(suite) / 1000,
    })),
    failures: suites.flatMap(failuresIn),
  }
}
