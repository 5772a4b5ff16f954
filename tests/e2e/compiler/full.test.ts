import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type ServerProcess, startServer } from '../../support/server-process'
import { runCompiler, textsIn } from './run-compiler'
import { openThreeShops, type TestShop } from './three-shops'

const TURNS = 10
const MINUTES = 60_000

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

const wordsOf = (shop: TestShop | undefined) => [
  shop?.slug,
  shop?.shopId,
  shop?.name,
  shop?.phone,
  shop?.goods[0]?.id,
]

async function kindsOf({ slug }: TestShop): Promise<string[]> {
  const reply = await fetch(`${server.origin}/api/storefronts/${slug}`)
  const { look } = (await reply.json()) as { look: { sections: { kind: string }[] } }
  return [...new Set(look.sections.map(({ kind }) => kind))].sort()
}

async function compileFull(at: number) {
  const shop = shops[at] as TestShop
  const out = path.join(folder, `full-${at}`)
  const ran = await runCompiler(
    ...['--shop', shop.slug, '--target', 'weapp', '--out', out, '--api', server.origin, '--full'],
  )
  if (ran.code !== 0) throw new Error(ran.err)
  const text = textsIn(out)
  const held = wordsOf(shop).filter((word) => word && text.includes(word))
  expect(held).toEqual(wordsOf(shop))
  for (const [other, stranger] of shops.entries())
    if (other !== at) expect(wordsOf(stranger).filter((word) => word && text.includes(word))).toEqual([])
  const sections = readdirSync(out).filter((name) => /^section-.*\.js$/.test(name))
  expect(sections.map((name) => name.slice('section-'.length, -'.js'.length)).sort()).toEqual(
    await kindsOf(shop),
  )
  expect(readFileSync(path.join(out, 'app.json'), 'utf8')).toContain(shop.name)
}

test(
  'built from source by turns, two shops are never mixed',
  async () => {
    expect(await kindsOf(shops[0] as TestShop)).not.toEqual(await kindsOf(shops[1] as TestShop))
    for (let turn = 0; turn < TURNS; turn++) {
      // the first half is built anew each time, the second is found as it was kept
      if (turn < TURNS / 2) forgetBuilds()
      await compileFull(turn % 2)
    }
  },
  20 * MINUTES,
)

test(
  'built from source at once, two shops are never mixed',
  async () => {
    forgetBuilds()
    await Promise.all([compileFull(0), compileFull(1)])
  },
  5 * MINUTES,
)
