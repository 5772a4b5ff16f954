import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
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
  const words = `import('./${script}').then((it) => console.log(JSON.stringify(${what})))`
  return JSON.parse(
    execFileSync(process.execPath, ['-e', words], { env: { ...process.env, ...env }, encoding: 'utf8' }),
  )
}

test.each([
  ['scripts/build-engine.mjs', 'engineSources'],
  ['scripts/build-compiler.mjs', 'compilerSources'],
])('whatever %s is made of counts among the sources of what it builds', (script, list) => {
  const sources = told(script, `it.${list}`) as string[]
  const parts = [...partsOf(script)]
  expect(parts).toContain('scripts/lib/own-source.mjs')
  const left = parts.filter((part) => !sources.some((one) => part === one || part.startsWith(`${one}/`)))
  expect(left).toEqual([])
})

test('an engine with another address in it is another engine', () => {
  const printOf = (address: string) =>
    told('scripts/build-engine.mjs', 'it.enginePrint()', { TARO_APP_API_BASE: address })
  expect(printOf('https://a.example.org')).toBe(printOf('https://a.example.org'))
  expect(printOf('https://a.example.org')).not.toBe(printOf('https://b.example.org'))
})
