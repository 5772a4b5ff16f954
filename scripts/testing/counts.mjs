import { stripVTControlCharacters } from 'node:util'

/** @typedef {{ name: string, seconds: number }} Suite */
/** A failed test with the first line of its error. @typedef {{ file: string, title: string, message: string }} Failure */
/** @typedef {{ passed: number, failed: number, skipped: number, suites: Suite[], failures: Failure[] }} Counts */

/** A run that crashed or found no tests counts as one failed test. @type {Counts} */
export const FAILED_RUN = { passed: 0, failed: 1, skipped: 0, suites: [], failures: [] }

/** The sum of several runs. @param {Counts[]} runs @returns {Counts} */
export const addCounts = (runs) => ({
  passed: runs.reduce((sum, { passed }) => sum + passed, 0),
  failed: runs.reduce((sum, { failed }) => sum + failed, 0),
  skipped: runs.reduce((sum, { skipped }) => sum + skipped, 0),
  suites: runs.flatMap(({ suites }) => suites),
  failures: runs.flatMap(({ failures }) => failures),
})

/**
 * A failed test, whose error is shortened to its first line without colours.
 * @param {string} file @param {string} title @param {string} error @returns {Failure}
 */
export const failureOf = (file, title, error) => ({
  file,
  title,
  message: stripVTControlCharacters(error).trim().split('\n', 1)[0] ?? '',
})

/** A failed test in one line. @param {Failure} failure */
export const formatFailure = ({ file, title, message }) => `${file} › ${title}: ${message}`

/** The last line of a run, which `.ci/run` reads. @param {Counts} counts */
export const formatCounts = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`

/**
 * The failures of a runner's process: one when it fails without a failed test.
 * @param {number} failed @param {number | null} exitCode null after a signal
 */
export const failuresOf = (failed, exitCode) => (exitCode === 0 ? failed : Math.max(failed, 1))
