/** @typedef {{ name: string, seconds: number }} Suite */
/** @typedef {{ passed: number, failed: number, skipped: number, suites: Suite[] }} Counts */

/** A run that crashed or found no tests counts as one failed test. @type {Counts} */
export const FAILED_RUN = { passed: 0, failed: 1, skipped: 0, suites: [] }

/** The sum of several runs. @param {Counts[]} runs @returns {Counts} */
export const addCounts = (runs) => ({
  passed: runs.reduce((sum, { passed }) => sum + passed, 0),
  failed: runs.reduce((sum, { failed }) => sum + failed, 0),
  skipped: runs.reduce((sum, { skipped }) => sum + skipped, 0),
  suites: runs.flatMap(({ suites }) => suites),
})

/** The last line of a run, which `.ci/run` reads. @param {Counts} counts */
export const formatCounts = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`

/**
 * The failures of a runner's process: one when it fails without a failed test.
 * @param {number} failed @param {number | null} exitCode null after a signal
 */
export const failuresOf = (failed, exitCode) => (exitCode === 0 ? failed : Math.max(failed, 1))
