import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

/** Returns every local file that a script imports, directly or indirectly. */
function importedFilesOf(script: string, found = new Set<string>()): Set<string> {
  if (found.has(script)) return found
  found.add(script)
  for (const [, name = ''] of readFileSync(script, 'utf8').matchAll(/from '(\.[^']+)'/g))
    importedFilesOf(path.posix.join(path.posix.dirname(script), name), found)
  return found
}

/** Runs code in a separate Node process; returns the JSON that it prints. */
const run = (code: string, env: Record<string, string> = {}): unknown =>
  JSON.parse(
    execFileSync(process.execPath, ['-e', code], { env: { ...process.env, ...env }, encoding: 'utf8' }),
  )

/** Evaluates an expression on a script’s module in a separate Node process; returns the result. */
const evaluate = (script: string, what: string): unknown =>
  run(`import('./${script}').then(async (it) => console.log(JSON.stringify(${what})))`)

const APPS = [
  ['scripts/build-h5.mjs', 'h5Fingerprint'],
  ['scripts/build-weapp.mjs', 'weappFingerprint'],
  ['scripts/build-engine.mjs', 'engineFingerprint'],
] as const

const missingSources = (script: string, sources: readonly string[]) =>
  [...importedFilesOf(script)].filter(
    (part) => !sources.some((one) => part === one || part.startsWith(`${one}/`)),
  )

test.each([
  ['scripts/build-server.mjs', 'serverSources'],
  ['scripts/build-compiler.mjs', 'compilerSources'],
])('every file that %s imports counts as a source of its build', (script, list) => {
  expect(importedFilesOf(script).size).toBeGreaterThan(1)
  expect(missingSources(script, evaluate(script, `it.${list}`) as string[])).toEqual([])
})

test.each(APPS)('every file that %s imports counts as a source of an app', (script) => {
  expect(importedFilesOf(script)).toContain('scripts/lib/taro.mjs')
  const sources = evaluate('scripts/lib/app-sources.mjs', 'it.appSources') as string[]
  expect(missingSources(script, [...sources, script])).toEqual([])
})

/** Returns the fingerprint of each app. */
const fingerprintsWith = (env: Record<string, string>) =>
  run(
    `Promise.all(${JSON.stringify(APPS)}.map(async ([script, name]) => (await import('./' + script))[name]()))
      .then((all) => console.log(JSON.stringify(all)))`,
    env,
  ) as string[]

test('the build of each app has another fingerprint with another API address or other browsers', () => {
  const variants = [
    {},
    { TARO_APP_API_BASE: 'https://a.example.org' },
    { TARO_APP_API_BASE: 'https://b.example.org' },
    { BROWSERSLIST: 'ios 12' },
  ].map(fingerprintsWith)
  for (const [at, [script]] of APPS.entries())
    expect([script, new Set(variants.map((fingerprints) => fingerprints[at])).size]).toEqual([script, 4])
  expect(fingerprintsWith({})).toEqual(variants[0])
})

test('the optional files that Taro reads count as sources, and similar names do not', () => {
  const names = ['.env.production', '.env', '.env.local', '.browserslistrc', '.env.example', 'env', '.git']
  expect(evaluate('scripts/lib/app-sources.mjs', `it.optionalFiles(${JSON.stringify(names)})`)).toEqual([
    '.browserslistrc',
    '.env',
    '.env.local',
    '.env.production',
  ])
})

describe('buildIfChanged', () => {
  const FOLDER = 'dist/test-stamp'
  afterAll(() => rmSync(FOLDER, { recursive: true, force: true }))
  /** Runs a build of these sources; returns whether it was made. */
  const runBuild = (from: string, how: string) =>
    evaluate(
      'scripts/lib/sources.mjs',
      `await it.buildIfChanged('${FOLDER}', '${from}', ${how}).catch(() => 'broken')`,
    )

  test('runs a build once per state of its sources, and again after a failure', () => {
    mkdirSync(FOLDER, { recursive: true })
    const fine = 'async () => 1'
    expect([runBuild('a', fine), runBuild('a', fine), runBuild('b', fine)]).toEqual([true, false, true])
    expect(runBuild('a', "() => Promise.reject(new Error('no'))")).toBe('broken')
    expect(runBuild('b', fine)).toBe(true)
  })
})
