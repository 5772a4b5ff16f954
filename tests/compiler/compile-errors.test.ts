import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { addDays, dayOf } from '@/domain/day'
import type { Storefront } from '@/features/storefront/use-storefront'
import type { TestEnvironment } from '../server/support/test-environment'
import { type OpenedShop, openShop } from '../server/support/test-shop'
import { type CompilerTestBed, compilerTestBed, withFixedResponse } from './compiler-test-bed'
import { parseOutput, runCompiler } from './run-compiler'
import { createSmallEngine } from './small-engine'

const testBed = compilerTestBed()
let env: TestEnvironment
let api: string
let shop: OpenedShop
let storefront: Storefront
let folder: string
const APPID = 'wx0123456789abcdef'

beforeAll(() => {
  ;({ env, api, shop, storefront, folder } = testBed)
})

const newFolder = () => testBed.newFolder()
const compile: CompilerTestBed['compile'] = (...args) => testBed.compile(...args)
const writeExport: CompilerTestBed['writeExport'] = (...args) => testBed.writeExport(...args)

test('the compiler builds a shop from its server and from an export', async () => {
  for (const source of [shop.slug, writeExport(), path.join(writeExport(), 'shop.json')]) {
    const out = newFolder()
    const result = await compile({ shop: source, out, appid: APPID })
    expect([result.code, parseOutput(result).ok, result.err]).toEqual([
      0,
      true,
      expect.stringContaining('核桃老店'),
    ])
    const app = JSON.parse(readFileSync(path.join(out, 'app.json'), 'utf8'))
    expect(app.window).toMatchObject({
      navigationBarTitleText: '核桃老店',
      navigationBarBackgroundColor: storefront.look.theme.brand,
    })
    expect(JSON.parse(readFileSync(path.join(out, 'project.config.json'), 'utf8'))).toMatchObject({
      appid: APPID,
      miniprogramRoot: '',
    })
    // ext.json belongs to an uploaded template; WeChat’s tools warn about it elsewhere
    expect(existsSync(path.join(out, 'ext.json'))).toBe(false)
    expect(readFileSync(path.join(out, 'section-story.js'), 'utf8')).toBe('no()')
    expect(existsSync(path.join(out, 'section-story.wxss'))).toBe(false)
  }
})

test('the compiler writes each shop into its own folder and continues after a rejected shop', async () => {
  const other = await openShop(env, { request: { name: '别家' } })
  const out = newFolder()
  const result = await compile({ out }, ['--shop', 'nosuch12', '--shop', other.slug])
  expect([result.code, parseOutput(result)]).toEqual([
    1,
    expect.objectContaining({ ok: false, refused: [expect.objectContaining({ shop: 'nosuch12' })] }),
  ])
  for (const [slug, name, stranger] of [
    [shop.slug, '核桃老店', other.shopId],
    [other.slug, '别家', shop.shopId],
  ] as const) {
    const embedded = readFileSync(path.join(out, slug, 'embedded-shop.js'), 'utf8')
    expect([embedded.includes(name), embedded.includes(stranger)]).toEqual([true, false])
  }
})

test('the compiler prints a size table without --json', async () => {
  const result = await runCompiler([
    '--shop',
    shop.slug,
    '--target',
    'weapp',
    '--out',
    newFolder(),
    '--api',
    api,
    '--dev',
  ])
  expect(result.out).toMatch(/main +data +2 +\d+\.\d KB/)
  expect(result.out).toMatch(/total +\d+ +\d+\.\d KB/)
})

test('--ext-only writes ext.json alone, for an uploaded template', async () => {
  const out = newFolder()
  const result = await compile({ out, appid: APPID }, ['--ext-only'])
  expect(result.code).toBe(0)
  expect(readdirSync(out).sort()).toEqual(['.kaizhang-shop.json', 'ext.json'])
  expect(JSON.parse(readFileSync(path.join(out, 'ext.json'), 'utf8'))).toMatchObject({
    extEnable: true,
    extAppid: APPID,
    ext: { slug: shop.slug, api },
  })
  const app = newFolder()
  await compile({ out: app, appid: APPID })
  const whole = readdirSync(app)
  expect((await compile({ out: app, appid: APPID }, ['--ext-only'])).code).toBe(0)
  expect(readdirSync(app).sort()).toEqual([...whole, 'ext.json'].sort())
})

const newer = { id: 'hologram-1', kind: 'hologram', settings: {} }
const look = (changes: object) => ({ look: { ...storefront.look, ...changes } })

test.each<[string, string, () => Promise<Awaited<ReturnType<typeof runCompiler>>>, RegExp]>([
  ['an unknown shop', 'unknown-shop', () => compile({ shop: 'nosuch12' }), /knows no shop "nosuch12"/],
  [
    'neither a slug nor a file',
    'unknown-shop',
    () => compile({ shop: './no/such.zip' }),
    /neither a slug nor/,
  ],
  [
    'a shop without sections',
    'unpublished',
    () => compile({ shop: writeExport(look({ sections: [] })) }),
    /not published/,
  ],
  [
    'a shop that sells nothing',
    'unpublished',
    () => compile({ shop: writeExport({ products: [] }) }),
    /nothing is on sale/,
  ],
  [
    'a section of a newer version',
    'newer-section',
    () => compile({ shop: writeExport(look({ sections: [newer] })) }),
    /"hologram"/,
  ],
  [
    'a section of a newer version, from a server',
    'newer-section',
    () =>
      withFixedResponse(200, JSON.stringify({ ...storefront, ...look({ sections: [newer] }) }), (origin) =>
        compile({ api: origin }),
      ),
    /"hologram".*Update Kaizhang/,
  ],
  [
    'a look of a later format',
    'newer-section',
    () => compile({ shop: writeExport(look({ format: 99 })) }),
    /format is 99/,
  ],
  [
    'an export of a later format',
    'newer-section',
    () => compile({ shop: writeExport({ format: 9 }) }),
    /format is 9/,
  ],
  [
    'an export that is not JSON',
    'malformed',
    () => compile({ shop: writeExport({}, '{"kind":') }),
    /not JSON/,
  ],
  [
    'an export of something else',
    'malformed',
    () => compile({ shop: writeExport({ kind: 'cake' }) }),
    /kind is not/,
  ],
  ['an export without a shop', 'malformed', () => compile({ shop: writeExport({ shop: {} }) }), /\/shop/],
  [
    'an export without products',
    'malformed',
    () => compile({ shop: writeExport({ products: 3 }) }),
    /products/,
  ],
  [
    'a look with an empty section',
    'malformed',
    () => compile({ shop: writeExport(look({ sections: [null] })) }),
    /\/look\/sections\/0/,
  ],
  [
    'a look with an empty section, from a server',
    'malformed',
    () =>
      withFixedResponse(200, JSON.stringify({ ...storefront, ...look({ sections: [null] }) }), (origin) =>
        compile({ api: origin }),
      ),
    /half a one/,
  ],
  [
    'a truncated response',
    'no-api',
    () => withFixedResponse(200, '{"shop":', (origin) => compile({ api: origin }), 4000),
    /does not answer/,
  ],
  [
    'an empty folder',
    'malformed',
    () => compile({ shop: mkdtempSync(path.join(folder, 'empty-')) }),
    /no shop.json/,
  ],
  ['a bad appid', 'bad-appid', () => compile({ appid: 'wx123' }), /"wx123"/],
  ['an unknown target', 'usage', () => compile({ target: 'fax' }), /weapp, h5 or all/],
  ['an invalid --api', 'usage', () => compile({ api: 'example' }), /--api "example"/],
  ['an invalid --base', 'usage', () => compile({ base: 'x y' }), /--base/],
  ['an unknown option', 'usage', () => compile({}, ['--fast']), /--fast/],
  ['--ext-only without --appid', 'usage', () => compile({}, ['--ext-only']), /--appid/],
  ['an API that is down', 'no-api', () => compile({ api: 'http://127.0.0.1:9' }), /does not answer/],
  [
    'an API that answers 503',
    'no-api',
    () => withFixedResponse(503, 'no', (origin) => compile({ api: origin })),
    /answered 503/,
  ],
  [
    'an API that answers HTML',
    'no-api',
    () => withFixedResponse(200, '<html>', (origin) => compile({ api: origin })),
    /no JSON/,
  ],
  [
    'a response without a shop',
    'malformed',
    () => withFixedResponse(200, '{"a":1}', (origin) => compile({ api: origin })),
    /no shop/,
  ],
  [
    'an output folder below a file',
    'bad-folder',
    () => compile({ out: path.join(writeExport(), 'shop.json/app') }),
    /cannot be written/,
  ],
])('the compiler rejects %s with code %s and a clear message', async (_, code, attempt, words) => {
  const result = await attempt()
  expect(parseOutput(result)).toMatchObject({ ok: false, code, message: expect.stringMatching(words) })
  expect(result.code).toBe(code === 'usage' ? 2 : 1)
})

test('the compiler requires --api for an export without the address of its server', async () => {
  const result = await runCompiler([
    '--shop',
    writeExport(),
    '--target',
    'weapp',
    '--out',
    newFolder(),
    '--json',
  ])
  expect(parseOutput(result)).toMatchObject({ code: 'no-api', message: expect.stringContaining('--api') })
})

test('the compiler warns about a closed shop and rejects one closed for good', async () => {
  const until = (days: number) => ({
    shop: { ...storefront.shop, closedUntil: addDays(dayOf(Date.now()), days) },
  })
  const soon = await compile({ shop: writeExport(until(9)) })
  expect([soon.code, soon.err]).toEqual([0, expect.stringContaining('is closed until')])
  expect(parseOutput(await compile({ shop: writeExport(until(4000)) }))).toMatchObject({
    ok: false,
    code: 'closed',
  })
})

test('the compiler overwrites nothing but the app of the same shop', async () => {
  const foreign = newFolder()
  mkdirSync(foreign)
  writeFileSync(path.join(foreign, 'letter.txt'), 'dear')
  expect(parseOutput(await compile({ out: foreign }))).toMatchObject({ code: 'bad-folder' })
  expect(readdirSync(foreign)).toEqual(['letter.txt'])
  const other = await openShop(env, { request: { name: '别家' } })
  const out = newFolder()
  expect((await compile({ out })).code).toBe(0)
  expect((await compile({ out })).code).toBe(0)
  const refused = parseOutput(await compile({ shop: other.slug, out }))
  expect(refused).toMatchObject({ code: 'bad-folder', message: expect.stringContaining(shop.slug) })
  expect(readFileSync(path.join(out, 'app.json'), 'utf8')).toContain('核桃老店')
  expect(readdirSync(folder).filter((name) => /\.(new|old)-/.test(name))).toEqual([])
})

test('the compiler writes no app that exceeds its budget or contains data of another shop', async () => {
  const at = (engine: string) => compile({}, [], engine)
  const heavy = await at(createSmallEngine({ 'taro.js': 'x'.repeat(460 * 1024) }))
  expect(parseOutput(heavy)).toMatchObject({
    code: 'over-budget',
    message: expect.stringContaining('more than 350 KB'),
  })
  const other = await openShop(env, { request: { name: '别家' } })
  const leaky = await at(createSmallEngine({ 'common.js': `last("${other.shopId}")` }))
  expect(parseOutput(leaky)).toMatchObject({
    code: 'wrong-shop',
    message: expect.stringContaining(other.shopId),
  })
  const named = await at(createSmallEngine({ 'ext-old.json': '{"appid":"wxfedcba9876543210"}' }))
  expect(parseOutput(named)).toMatchObject({ code: 'wrong-shop' })
})
