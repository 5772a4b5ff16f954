import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { folderPerTest } from '../support/temporary-folder'

const folder = folderPerTest()
const replaceProgram = (name: string, script: string) => {
  const file = path.join(folder, 'bin', name)
  writeFileSync(file, `#!/bin/sh\n${script}\n`)
  chmodSync(file, 0o755)
}

beforeEach(() => {
  for (const name of ['.ci', 'bin']) mkdirSync(path.join(folder, name))
  copyFileSync('.ci/run', path.join(folder, '.ci/run'))
  for (const name of ['chromium', 'chromium-headless-shell', 'initdb', 'pgbouncer', 'node'])
    replaceProgram(name, 'exit 0')
  replaceProgram('fc-list', 'echo Noto Sans CJK')
})

/** Runs the gate with an npm that ends its checks and tests as given; returns its exit code and last line. */
function runGate({ check = 0, tests = 0, output = '' } = {}) {
  replaceProgram('npm', `if [ "$1" = run ]; then exit ${check}; fi\nprintf '${output}'\nexit ${tests}`)
  const env = { ...process.env, PATH: `${path.join(folder, 'bin')}:/usr/bin:/bin` }
  const { status, stdout } = spawnSync('bash', [path.join(folder, '.ci/run')], { env, encoding: 'utf8' })
  return [status, stdout.trim().split('\n').at(-1)]
}

describe('.ci/run', () => {
  it('adds the checks to the counts of the tests', () => {
    const output = '7 passed, 0 failed, 2 skipped\\n'
    expect(runGate({ output })).toEqual([0, '8 passed, 0 failed, 2 skipped'])
    expect(runGate({ output, check: 1 })).toEqual([1, '7 passed, 1 failed, 2 skipped'])
  })

  it('fails when the tests fail or end without their counts', () => {
    expect(runGate({ output: '7 passed, 1 failed, 2 skipped\\n', tests: 1 })).toEqual([
      1,
      '8 passed, 1 failed, 2 skipped',
    ])
    expect(runGate({ output: '7 passed, 0 failed, 2 skipped\\n', tests: 1 })).toEqual([
      1,
      '8 passed, 1 failed, 2 skipped',
    ])
    expect(runGate({ output: 'killed\\n' })).toEqual([1, '1 passed, 1 failed, 0 skipped'])
  })

  it('counts one failure when packages cannot be installed', () => {
    replaceProgram('node', 'exit 1')
    expect(runGate()).toEqual([1, '0 passed, 1 failed, 0 skipped'])
  })
})
