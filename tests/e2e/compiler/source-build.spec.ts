import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sectionKinds } from '@/templates/generated/section-schemas'
import { LONG_RUN } from '../long-run'
import { expect, test } from '../test'
import { runCompiler, textsIn } from './run-compiler'
import { openThreeShops, type TestShop } from './three-shops'

const SECTIONS = 'src/templates/sections'

const filesOf = (folder: string, pattern: RegExp) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))

const read = (file: string) => readFileSync(file, 'utf8')

/** Matches the elements and modifiers of a block. */
const partOf = (block: string) => new RegExp(`(?<![\\w-])${block}(__|--)`)

/** Matches the styles of a kind's block. */
const styleOf = (kind: string) => new RegExp(`\\.${kind}(__|--|[{,.:> ])`)

interface Marks {
  /** Class names in the section's scripts. */
  names: string[]
  style?: RegExp
}

/** Returns by kind what only that section's sources contain; the names of blocks that others mention are shortened. */
function marksOfSections(): Map<string, Marks> {
  const sources = filesOf('src', /\.(tsx|scss)$/)
  return new Map(
    readdirSync(SECTIONS).map((kind) => {
      const isOwn = (file: string) => file.startsWith(`${SECTIONS}/${kind}/`)
      const others = sources.filter((file) => !isOwn(file)).map(read)
      const own = sources.filter(isOwn)
      const textOf = (end: string) =>
        own
          .filter((file) => file.endsWith(end))
          .map(read)
          .join('\n')
      const isElsewhere = (pattern: RegExp) => others.some((text) => pattern.test(text))
      const names = (textOf('.tsx').match(/\b[a-z][\w-]*__[\w-]+/g) ?? []).filter(
        (name) => !isElsewhere(partOf(name.split('__')[0] ?? '')),
      )
      const style = styleOf(kind)
      return [kind, { names, ...(style.test(textOf('.scss')) && !isElsewhere(style) ? { style } : {}) }]
    }),
  )
}

/** Returns the kinds that can be recognized by classes of their own. */
function recognizableKinds(kinds: readonly string[]): string[] {
  const marks = marksOfSections()
  return [...new Set(kinds)]
    .filter((kind) => marks.get(kind)?.style || (marks.get(kind)?.names.length ?? 0) > 0)
    .sort()
}

/** Returns the kinds of sections found in the scripts or styles of an app. */
function sectionKindsIn(out: string): string[] {
  const scripts = filesOf(out, /\.js$/).map(read).join('\n')
  const styles = filesOf(out, /\.(css|wxss)$/)
    .map(read)
    .join('\n')
  return [...marksOfSections()]
    .filter(([, { names, style }]) => names.some((name) => scripts.includes(name)) || style?.test(styles))
    .map(([kind]) => kind)
    .sort()
}

/** Returns the texts that only this shop's app may contain. */
const identifyingTexts = (shop: TestShop | undefined): string[] =>
  [shop?.slug, shop?.shopId, shop?.name, shop?.phone, shop?.goods[0]?.id].filter((word) => word !== undefined)

const ROUNDS = 6
const MINUTES = 60_000
const TARGETS = ['weapp', 'h5'] as const

/** The sample source that replaces a section of the first shop. */
const CUSTOM_SOURCE = ['--own', 'examples/custom-source']
const CUSTOM_TEXTS = ['来灶台边坐坐', 'visit__stove', '来之前打个电话']

let api: string
let shops: readonly TestShop[]
let folder: string

// the builds share a cache
test.describe.configure({ mode: 'default' })

test.beforeAll(async ({ sharedServer }) => {
  api = sharedServer.server.origin
  shops = await openThreeShops(api)
  folder = mkdtempSync(path.join(tmpdir(), 'kaizhang-full-'))
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Deletes the cached source builds. */
function clearBuildCache() {
  for (const name of readdirSync('dist/engine'))
    if (name.startsWith('full-')) rmSync(path.join('dist/engine', name), { recursive: true, force: true })
}

async function kindsOf({ slug }: TestShop): Promise<string[]> {
  const reply = await fetch(`${api}/api/storefronts/${slug}`)
  const { look } = (await reply.json()) as { look: { sections: { kind: string }[] } }
  return recognizableKinds(look.sections.map(({ kind }) => kind))
}

/** Compiles a shop, checks that its app contains only its own data, and returns the number of source builds. */
async function compileShop(at: number, target: 'weapp' | 'h5' | 'all', ...how: string[]): Promise<number> {
  const shop = shops[at] as TestShop
  const out = path.join(folder, `app-${at}-${target}`)
  const ran = await runCompiler(
    ...['--shop', shop.slug, '--target', target, '--out', out, '--api', api, ...how],
  )
  if (ran.code !== 0) throw new Error(ran.err)
  for (const each of TARGETS.filter((one) => target === 'all' || one === target)) {
    const app = target === 'all' ? path.join(out, each) : out
    const text = textsIn(app)
    for (const [other, one] of shops.entries()) {
      const foundTexts = identifyingTexts(one).filter((word) => text.includes(word))
      expect([each, foundTexts]).toEqual([each, other === at ? identifyingTexts(one) : []])
    }
    const foundCustom = CUSTOM_TEXTS.filter((word) => text.includes(word))
    expect([each, foundCustom]).toEqual([each, how.includes('--own') ? CUSTOM_TEXTS : []])
    if (how.length === 0) continue
    const kinds = await kindsOf(shop)
    const project = how.includes('--own') ? kinds.filter((kind) => kind !== 'contact') : kinds
    expect([each, sectionKindsIn(app)]).toEqual([each, project])
  }
  return ran.err.split('from source').length - 1
}

for (const target of TARGETS)
  test(`shared engine ${target} contains every kind of section`, LONG_RUN, () => {
    const usedAt = (name: string) => statSync(path.join('dist/engine', name)).mtimeMs
    // another worker may be building one
    const isComplete = new RegExp(`^${target}-[0-9a-f]+$`)
    const engines = readdirSync('dist/engine').filter((name) => isComplete.test(name))
    const [engine = ''] = engines.sort((a, b) => usedAt(b) - usedAt(a))
    const kinds = recognizableKinds(sectionKinds)
    expect(kinds.length).toBeGreaterThan(sectionKinds.length / 2)
    expect(sectionKindsIn(path.join('dist/engine', engine))).toEqual(kinds)
  })

test('custom source is compiled into the apps of its shop and into no other', LONG_RUN, async () => {
  test.setTimeout(20 * MINUTES)
  expect(await kindsOf(shops[0] as TestShop)).not.toEqual(await kindsOf(shops[1] as TestShop))
  clearBuildCache()
  expect(await compileShop(0, 'all', ...CUSTOM_SOURCE)).toBe(2)
  await compileShop(1, 'all')
  expect(await compileShop(0, 'all', ...CUSTOM_SOURCE)).toBe(0)
})

for (const target of TARGETS)
  test.describe(`source build of ${target}`, LONG_RUN, () => {
    const how = (at: number) => (at === 0 ? CUSTOM_SOURCE : ['--full'])

    test('never mixes two shops when they alternate', async () => {
      test.setTimeout(20 * MINUTES)
      for (let round = 0; round < ROUNDS; round++) {
        // the first half is rebuilt each time, the second half comes from the cache
        const rebuild = round < ROUNDS / 2
        if (rebuild) clearBuildCache()
        const at = round % 2
        const built = await compileShop(at, target, ...how(at))
        if (rebuild) expect(built).toBe(1)
      }
      expect(await compileShop(0, target, ...CUSTOM_SOURCE)).toBe(0)
    })

    test('never mixes two shops when they run concurrently', async () => {
      test.setTimeout(20 * MINUTES)
      clearBuildCache()
      const built = await Promise.all([
        compileShop(0, target, ...CUSTOM_SOURCE),
        compileShop(1, target, '--full'),
      ])
      expect(built).toEqual([1, 1])
    })
  })
