import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

/** Every file of ours that a script is made of. */
function partsOf(script: string, known = new Set<string>()): Set<string> {
  if (known.has(script)) return known
  known.add(script)
  for (const [, name = ''] of readFileSync(script, 'utf8').matchAll(/from '(\.[^']+)'/g))
    partsOf(path.posix.join(path.posix.dirname(script), name), known)
  return known
}

/** What a script of ours says of itself, in a process of its own: it is for Node alone. */
function told(script: string, what: string, env: Record<string, string> = {}): unknown {
  const words = `import('./${script}').then(async (it) => console.log(JSON.stringify(${what})))`
  return JSON.parse(
    execFileSync(process.execPath, ['-e', words], { env: { ...process.env, ...env }, encoding: 'utf8' }),
  )
}

const APPS = [
  ['scripts/build-h5.mjs', 'h5Print'],
  ['scripts/build-weapp.mjs', 'weappPrint'],
  ['scripts/build-engine.mjs', 'enginePrint'],
] as const

const left = (script: string, sources: readonly string[]) =>
  [...partsOf(script)].filter((part) => !sources.some((one) => part === one || part.startsWith(`${one}/`)))

test.each([
  ['scripts/build-server.mjs', 'serverSources'],
  ['scripts/build-compiler.mjs', 'compilerSources'],
])('whatever %s is made of counts among the sources of what it builds', (script, list) => {
  expect(partsOf(script).size).toBeGreaterThan(1)
  expect(left(script, told(script, `it.${list}`) as string[])).toEqual([])
})

test.each(APPS)('whatever %s is made of counts among the sources of what it builds', (script) => {
  expect(partsOf(script)).toContain('scripts/lib/taro.mjs')
  const sources = told('scripts/lib/app-sources.mjs', 'it.appSources') as string[]
  expect(left(script, [...sources, script])).toEqual([])
})

test.each(APPS)('%s: with another address or other browsers it is another build', (script, print) => {
  const printOf = (env: Record<string, string>) => told(script, `it.${print}()`, env)
  const prints = [
    {},
    { TARO_APP_API_BASE: 'https://a.example.org' },
    { TARO_APP_API_BASE: 'https://b.example.org' },
    { BROWSERSLIST: 'ios 12' },
  ].map(printOf)
  expect(new Set(prints).size).toBe(prints.length)
  expect(printOf({})).toBe(prints[0])
})

test('what Taro reads where it is there counts, and nothing like it', () => {
  const names = ['.env.production', '.env', '.env.local', '.browserslistrc', '.env.example', 'env', '.git']
  expect(told('scripts/lib/app-sources.mjs', `it.besides(${JSON.stringify(names)})`)).toEqual([
    '.browserslistrc',
    '.env',
    '.env.local',
    '.env.production',
  ])
})

describe('a build', () => {
  const FOLDER = 'dist/test-stamp'
  afterAll(() => rmSync(FOLDER, { recursive: true, force: true }))
  /** What happens as it is built from something, and then once more. */
  const built = (from: string, how: string) =>
    told(
      'scripts/lib/sources.mjs',
      `await it.unlessBuilt('${FOLDER}', '${from}', ${how}).catch(() => 'broken')`,
    )

  test('is made once from the same, and anew after one that was broken off', () => {
    mkdirSync(FOLDER, { recursive: true })
    const fine = 'async () => 1'
    expect([built('a', fine), built('a', fine), built('b', fine)]).toEqual([true, false, true])
    expect(built('a', "() => Promise.reject(new Error('no'))")).toBe('broken')
    expect(built('b', fine)).toBe(true)
  })
})
