import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { folderPerTest } from '../support/temporary-folder'

const locked = {
  '': { name: 'sample' },
  'node_modules/one': { version: '1.0.0', integrity: 'sha512-one' },
  'node_modules/tool': { version: '2.0.0', integrity: 'sha512-tool', dev: true },
  'node_modules/other-system': { version: '3.0.0', integrity: 'sha512-other', optional: true },
}

const folder = folderPerTest()
beforeEach(() => {
  mkdirSync(path.join(folder, 'scripts'))
  mkdirSync(path.join(folder, 'node_modules'))
  mkdirSync(path.join(folder, 'bin'))
  copyFileSync('scripts/install-if-needed.js', path.join(folder, 'scripts/install-if-needed.js'))
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages: locked }))
  // an npm that only records its arguments
  writeFileSync(path.join(folder, 'bin/npm'), '#!/bin/sh\necho "$@" > npm-was-called\n')
  chmodSync(path.join(folder, 'bin/npm'), 0o755)
})

/** Runs the script over the installed packages that npm recorded; returns whether it installs. */
function installs(found: Record<string, unknown>): boolean {
  writeFileSync(path.join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: found }))
  execFileSync(process.execPath, [path.join(folder, 'scripts/install-if-needed.js')], {
    env: { ...process.env, PATH: `${path.join(folder, 'bin')}:${process.env.PATH}` },
    stdio: 'ignore',
  })
  return existsSync(path.join(folder, 'npm-was-called'))
}

const { 'node_modules/one': one, 'node_modules/tool': tool } = locked

describe('install-if-needed', () => {
  it('does not install over complete packages of npm ci', () => {
    expect(installs({ 'node_modules/one': one, 'node_modules/tool': tool })).toBe(false)
  })

  it('installs when a package has another version than the lock file', () => {
    expect(installs({ 'node_modules/one': { ...one, version: '0.9.0' }, 'node_modules/tool': tool })).toBe(
      true,
    )
  })

  it('installs when development packages are missing', () => {
    expect(installs({ 'node_modules/one': one })).toBe(true)
  })

  it('installs when nothing is installed', () => {
    expect(installs({})).toBe(true)
  })
})
