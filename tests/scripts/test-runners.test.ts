import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { addCounts, formatCounts, formatFailure } from '../../scripts/testing/counts.mjs'
import { folderPerTest } from '../support/temporary-folder'

const RUNNERS = path.resolve('scripts/testing/test-runners.mjs')

/** Calls a function of the runners in a process of its own, because jest cannot load their module. */
function callRunners(name: string, ...args: unknown[]) {
  const script = `import { ${name} } from ${JSON.stringify(RUNNERS)}
    console.log(JSON.stringify(await ${name}(...${JSON.stringify(args)})))`
  const stdio = ['ignore', 'pipe', 'ignore'] as const
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { stdio: [...stdio] })
  return JSON.parse(output.toString())
}

const SAMPLE = `
  test('passes', () => {})
  test.skip('is skipped', () => {})
  test.todo('is not written')
`

// an error of a reporter fails the process, but no test
const REPORTER = 'module.exports = class { getLastError() { return new Error("the report is incomplete") } }'

const folder = folderPerTest()
beforeEach(() => {
  writeFileSync(path.join(folder, 'sample.test.js'), SAMPLE)
  writeFileSync(path.join(folder, 'failing-reporter.js'), REPORTER)
})

function runSample(more: object = {}) {
  const config = path.join(folder, 'jest.config.json')
  const project = { displayName: 'counted-sample', rootDir: folder, transform: {} }
  writeFileSync(config, JSON.stringify({ rootDir: folder, projects: [project], ...more }))
  return callRunners('runJest', ['counted-sample'], ['--config', config], { CI: 'true' })
}

describe('runJest', () => {
  it('counts skipped and unwritten tests', () => {
    expect(runSample()).toMatchObject({ passed: 1, failed: 0, skipped: 2, failures: [] })
  })

  it('counts a process that fails without a failed test as one failed test', () => {
    const reporters = [path.join(folder, 'failing-reporter.js')]
    expect(runSample({ reporters })).toMatchObject({ passed: 1, failed: 1, skipped: 2 })
  })

  it('names failed tests and suites that crashed', () => {
    const failing = `test('fails', () => { throw new Error('3 of 4') })`
    writeFileSync(path.join(folder, 'failing.test.js'), failing)
    writeFileSync(path.join(folder, 'crashing.test.js'), `throw new Error('no such module')`)
    const lines: string[] = runSample().failures.map(formatFailure)
    expect(lines).toHaveLength(2)
    expect(lines.find((line) => line.includes('failing.test.js'))).toMatch(/ › fails: Error: 3 of 4$/)
    expect(lines.find((line) => line.includes('crashing.test.js'))).toContain('the suite')
  })
})

const report = (stats: object) => ({ stats, suites: [], errors: [] })

describe('countPlaywright', () => {
  const stats = { expected: 4, unexpected: 0, flaky: 0, skipped: 3 }

  it('counts skipped tests', () => {
    expect(callRunners('countPlaywright', report(stats), 0, [])).toMatchObject({
      passed: 4,
      failed: 0,
      skipped: 3,
    })
  })

  it('counts a process that fails without a failed test as one failed test', () => {
    expect(callRunners('countPlaywright', report(stats), 1, [])).toMatchObject({
      passed: 4,
      failed: 1,
      skipped: 3,
    })
    expect(callRunners('countPlaywright', report({ ...stats, unexpected: 2 }), 1, [])).toMatchObject({
      failed: 2,
    })
  })
})

describe('failures of Playwright', () => {
  it('are named with their file and the first line of the error', () => {
    const results = [{ duration: 5, error: { message: '\u001b[31mexpected 3\u001b[39m\nreceived 4' } }]
    const specs = [
      { title: 'fails', tests: [{ status: 'unexpected', results }] },
      { title: 'passes', tests: [{ status: 'expected', results: [{ duration: 5 }] }] },
    ]
    const stats = { expected: 1, unexpected: 1, flaky: 0, skipped: 0 }
    const suites = [{ file: 'shop.spec.ts', specs: [], suites: [{ file: 'shop.spec.ts', specs }] }]
    const { failures } = callRunners('countPlaywright', { stats, suites, errors: [] }, 1, [])
    expect(failures).toEqual([{ file: 'tests/e2e/shop.spec.ts', title: 'fails', message: 'expected 3' }])
  })
})

describe('formatCounts', () => {
  it('names what passed, failed and was skipped in all runs', () => {
    const one = { passed: 2, failed: 0, skipped: 3, suites: [], failures: [] }
    expect(formatCounts(addCounts([one, { ...one, failed: 1 }]))).toBe('4 passed, 1 failed, 6 skipped')
  })
})
