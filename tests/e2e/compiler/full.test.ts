import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sectionKinds } from '@/templates/schemas'
import { type ServerProcess, startServer } from '../../support/server-process'
import { kindsHeld, tellable, wordsOf } from './held'
import { runCompiler, textsIn } from './run-compiler'
import { openThreeShops, type TestShop } from './three-shops'

const LONG = process.env.KZ_LONG === '1'
const TURNS = 10
const MINUTES = 60_000
const TARGETS = ['weapp', 'h5'] as const

/** The first shop has source of its own, the sample that comes with the project; it stands in for its way to reach the shop. */
const OWN = ['--own', 'examples/own-source']
const OWN_WORDS = ['来灶台边坐坐', 'visit__stove', '来之前打个电话']

let server: ServerProcess
let shops: readonly TestShop[]
let folder: string

beforeAll(async () => {
  server = await startServer({ RATE_LIMIT: 'off' })
  shops = await openThreeShops(server.origin)
  folder = mkdtempSync(path.join(tmpdir(), 'kaizhang-full-'))
})
afterAll(async () => {
  await server?.dispose()
  rmSync(folder, { recursive: true, force: true })
})

/** Forgets what was built from source before, so that the next build is one. */
function forgetBuilds() {
  for (const name of readdirSync('dist/engine'))
    if (name.startsWith('full-')) rmSync(path.join('dist/engine', name), { recursive: true, force: true })
}

async function kindsOf({ slug }: TestShop): Promise<string[]> {
  const reply = await fetch(`${server.origin}/api/storefronts/${slug}`)
  const { look } = (await reply.json()) as { look: { sections: { kind: string }[] } }
  return tellable(look.sections.map(({ kind }) => kind))
}

/** Compiles one of the shops; answers whether it was built for that. Its app holds what is its own, and nothing else. */
async function compiled(at: number, target: 'weapp' | 'h5' | 'all', ...how: string[]): Promise<number> {
  const shop = shops[at] as TestShop
  const out = path.join(folder, `app-${at}-${target}`)
  const ran = await runCompiler(
    ...['--shop', shop.slug, '--target', target, '--out', out, '--api', server.origin, ...how],
  )
  if (ran.code !== 0) throw new Error(ran.err)
  for (const each of TARGETS.filter((one) => target === 'all' || one === target)) {
    const app = target === 'all' ? path.join(out, each) : out
    const text = textsIn(app)
    for (const [other, one] of shops.entries()) {
      const held = wordsOf(one).filter((word) => text.includes(word))
      expect([each, held]).toEqual([each, other === at ? wordsOf(one) : []])
    }
    const own = OWN_WORDS.filter((word) => text.includes(word))
    expect([each, own]).toEqual([each, how.includes('--own') ? OWN_WORDS : []])
    if (how.length === 0) continue
    const kinds = await kindsOf(shop)
    const project = how.includes('--own') ? kinds.filter((kind) => kind !== 'contact') : kinds
    expect([each, kindsHeld(app)]).toEqual([each, project])
  }
  return ran.err.split('from source').length - 1
}

test.each(TARGETS)('the engine of all shops, %s, holds every kind of section', (target) => {
  const usedAt = (name: string) => statSync(path.join('dist/engine', name)).mtimeMs
  const engines = readdirSync('dist/engine').filter((name) => name.startsWith(`${target}-`))
  const [engine = ''] = engines.sort((a, b) => usedAt(b) - usedAt(a))
  const kinds = tellable(sectionKinds)
  expect(kinds.length).toBeGreaterThan(sectionKinds.length / 2)
  expect(kindsHeld(path.join('dist/engine', engine))).toEqual(kinds)
})

test(
  "a shop's own source is in both of its apps, built from source, and in no other's",
  async () => {
    expect(await kindsOf(shops[0] as TestShop)).not.toEqual(await kindsOf(shops[1] as TestShop))
    forgetBuilds()
    expect(await compiled(0, 'all', ...OWN)).toBe(2)
    await compiled(1, 'all')
    expect(await compiled(0, 'all', ...OWN)).toBe(0)
  },
  5 * MINUTES,
)

if (LONG)
  describe.each(TARGETS)('built from source as %s', (target) => {
    const how = (at: number) => (at === 0 ? OWN : ['--full'])

    test(
      'by turns, two shops are never mixed',
      async () => {
        for (let turn = 0; turn < TURNS; turn++) {
          // the first half is built anew each time, the second is found as it was kept
          const anew = turn < TURNS / 2
          if (anew) forgetBuilds()
          const at = turn % 2
          const built = await compiled(at, target, ...how(at))
          if (anew) expect(built).toBe(1)
        }
        expect(await compiled(0, target, ...OWN)).toBe(0)
      },
      20 * MINUTES,
    )

    test(
      'at once, two shops are never mixed',
      async () => {
        forgetBuilds()
        const built = await Promise.all([compiled(0, target, ...OWN), compiled(1, target, '--full')])
        expect(built).toEqual([1, 1])
      },
      10 * MINUTES,
    )
  })
