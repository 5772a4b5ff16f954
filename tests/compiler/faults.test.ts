import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { addDays, dayOf } from '@/domain/day'
import type { Storefront } from '@/features/storefront/use-storefront'
import { type OpenedShop, openShop } from '../server/support/shop'
import type { World } from '../server/support/world'
import { json, run } from './run'
import { smallEngine } from './small-engine'
import { answering, Workshop } from './workshop'

let workshop: Workshop
let world: World
let api: string
let shop: OpenedShop
let storefront: Storefront
let folder: string
const APPID = 'wx0123456789abcdef'

beforeAll(async () => {
  workshop = await Workshop.open()
  ;({ world, api, shop, storefront, folder } = workshop)
})
afterAll(() => workshop.close())

const fresh = () => workshop.fresh()
const compile: Workshop['compile'] = (...how) => workshop.compile(...how)
const exported: Workshop['exported'] = (...what) => workshop.exported(...what)

test('a shop from its server, and the same from an export, are compiled', async () => {
  for (const where of [shop.slug, exported(), path.join(exported(), 'shop.json')]) {
    const out = fresh()
    const ran = await compile({ shop: where, out, appid: APPID })
    expect([ran.code, json(ran).ok, ran.err]).toEqual([0, true, expect.stringContaining('核桃老店')])
    const app = JSON.parse(readFileSync(path.join(out, 'app.json'), 'utf8'))
    expect(app.window).toMatchObject({
      navigationBarTitleText: '核桃老店',
      navigationBarBackgroundColor: storefront.look.theme.brand,
    })
    expect(JSON.parse(readFileSync(path.join(out, 'project.config.json'), 'utf8')).appid).toBe(APPID)
    // it is for a template that was uploaded; WeChat's tools warn of it elsewhere
    expect(existsSync(path.join(out, 'ext.json'))).toBe(false)
    expect(readFileSync(path.join(out, 'section-story.js'), 'utf8')).toBe('no()')
    expect(existsSync(path.join(out, 'section-story.wxss'))).toBe(false)
  }
})

test('of several shops each has its own folder, and one that is refused does not hold up the others', async () => {
  const other = await openShop(world, { request: { name: '别家' } })
  const out = fresh()
  const ran = await compile({ out }, ['--shop', 'nosuch12', '--shop', other.slug])
  expect([ran.code, json(ran)]).toEqual([
    1,
    expect.objectContaining({ ok: false, refused: [expect.objectContaining({ shop: 'nosuch12' })] }),
  ])
  for (const [slug, name, stranger] of [
    [shop.slug, '核桃老店', other.shopId],
    [other.slug, '别家', shop.shopId],
  ] as const) {
    const carried = readFileSync(path.join(out, slug, 'carried-shop.js'), 'utf8')
    expect([carried.includes(name), carried.includes(stranger)]).toEqual([true, false])
  }
})

test('the size table is for people, JSON for machines', async () => {
  const ran = await run(['--shop', shop.slug, '--target', 'weapp', '--out', fresh(), '--api', api])
  expect(ran.out).toMatch(/main +data +2 +\d+\.\d KB/)
  expect(ran.out).toMatch(/total +\d+ +\d+\.\d KB/)
})

test('ext.json alone, for a template that was uploaded before', async () => {
  const out = fresh()
  const ran = await compile({ out, appid: APPID }, ['--ext-only'])
  expect(ran.code).toBe(0)
  expect(readdirSync(out).sort()).toEqual(['.kaizhang-shop.json', 'ext.json'])
  expect(JSON.parse(readFileSync(path.join(out, 'ext.json'), 'utf8'))).toMatchObject({
    extEnable: true,
    extAppid: APPID,
    ext: { slug: shop.slug, api },
  })
  const app = fresh()
  await compile({ out: app, appid: APPID })
  const whole = readdirSync(app)
  expect((await compile({ out: app, appid: APPID }, ['--ext-only'])).code).toBe(0)
  expect(readdirSync(app).sort()).toEqual([...whole, 'ext.json'].sort())
})

const newer = { id: 'hologram-1', kind: 'hologram', settings: {} }
const look = (changes: object) => ({ look: { ...storefront.look, ...changes } })

test.each<[string, string, () => Promise<Awaited<ReturnType<typeof run>>>, RegExp]>([
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
    () => compile({ shop: exported(look({ sections: [] })) }),
    /not published/,
  ],
  [
    'a shop that sells nothing',
    'unpublished',
    () => compile({ shop: exported({ products: [] }) }),
    /nothing is on sale/,
  ],
  [
    'a section of tomorrow',
    'newer-section',
    () => compile({ shop: exported(look({ sections: [newer] })) }),
    /"hologram"/,
  ],
  [
    'a section of tomorrow, from a server',
    'newer-section',
    () =>
      answering(200, JSON.stringify({ ...storefront, ...look({ sections: [newer] }) }), (origin) =>
        compile({ api: origin }),
      ),
    /"hologram".*Update Kaizhang/,
  ],
  [
    'a look of a later form',
    'newer-section',
    () => compile({ shop: exported(look({ format: 99 })) }),
    /format is 99/,
  ],
  [
    'an export of a later form',
    'newer-section',
    () => compile({ shop: exported({ format: 9 }) }),
    /format is 9/,
  ],
  ['an export that is no JSON', 'malformed', () => compile({ shop: exported({}, '{"kind":') }), /not JSON/],
  [
    'an export of something else',
    'malformed',
    () => compile({ shop: exported({ kind: 'cake' }) }),
    /kind is not/,
  ],
  ['an export without a shop', 'malformed', () => compile({ shop: exported({ shop: {} }) }), /\/shop/],
  ['an export without products', 'malformed', () => compile({ shop: exported({ products: 3 }) }), /products/],
  [
    'a look of nothing',
    'malformed',
    () => compile({ shop: exported(look({ sections: [null] })) }),
    /\/look\/sections\/0/,
  ],
  [
    'a look of nothing, from a server',
    'malformed',
    () =>
      answering(200, JSON.stringify({ ...storefront, ...look({ sections: [null] }) }), (origin) =>
        compile({ api: origin }),
      ),
    /half a one/,
  ],
  [
    'a reply that breaks off',
    'no-api',
    () => answering(200, '{"shop":', (origin) => compile({ api: origin }), 4000),
    /does not answer/,
  ],
  [
    'an empty folder',
    'malformed',
    () => compile({ shop: mkdtempSync(path.join(folder, 'empty-')) }),
    /no shop.json/,
  ],
  ['a bad appid', 'bad-appid', () => compile({ appid: 'wx123' }), /"wx123"/],
  ['a target of no kind', 'usage', () => compile({ target: 'fax' }), /weapp, h5 or all/],
  ['an api that is none', 'usage', () => compile({ api: 'example' }), /--api "example"/],
  ['a base that is none', 'usage', () => compile({ base: 'x y' }), /--base/],
  ['an option nobody knows', 'usage', () => compile({}, ['--fast']), /--fast/],
  ['ext.json of nobody', 'usage', () => compile({}, ['--ext-only']), /--appid/],
  ['an API that is down', 'no-api', () => compile({ api: 'http://127.0.0.1:9' }), /does not answer/],
  [
    'an API in trouble',
    'no-api',
    () => answering(503, 'no', (origin) => compile({ api: origin })),
    /answered 503/,
  ],
  [
    'no API at all',
    'no-api',
    () => answering(200, '<html>', (origin) => compile({ api: origin })),
    /no JSON/,
  ],
  [
    'a reply of something else',
    'malformed',
    () => answering(200, '{"a":1}', (origin) => compile({ api: origin })),
    /no shop/,
  ],
  [
    'an out below a file',
    'bad-folder',
    () => compile({ out: path.join(exported(), 'shop.json/app') }),
    /cannot be written/,
  ],
])('%s is refused, plainly: %s', async (_, code, attempt, words) => {
  const ran = await attempt()
  expect(json(ran)).toMatchObject({ ok: false, code, message: expect.stringMatching(words) })
  expect(ran.code).toBe(code === 'usage' ? 2 : 1)
})

test('an export that does not say where orders go is asked', async () => {
  const ran = await run(['--shop', exported(), '--target', 'weapp', '--out', fresh(), '--json'])
  expect(json(ran)).toMatchObject({ code: 'no-api', message: expect.stringContaining('--api') })
})

test('a closed shop is compiled with a word of warning; one closed for good is not', async () => {
  const until = (days: number) => ({
    shop: { ...storefront.shop, closedUntil: addDays(dayOf(Date.now()), days) },
  })
  const soon = await compile({ shop: exported(until(9)) })
  expect([soon.code, soon.err]).toEqual([0, expect.stringContaining('is closed until')])
  expect(json(await compile({ shop: exported(until(4000)) }))).toMatchObject({ ok: false, code: 'closed' })
})

test("nothing is overwritten but this shop's own app", async () => {
  const foreign = fresh()
  mkdirSync(foreign)
  writeFileSync(path.join(foreign, 'letter.txt'), 'dear')
  expect(json(await compile({ out: foreign }))).toMatchObject({ code: 'bad-folder' })
  expect(readdirSync(foreign)).toEqual(['letter.txt'])
  const other = await openShop(world, { request: { name: '别家' } })
  const out = fresh()
  expect((await compile({ out })).code).toBe(0)
  expect((await compile({ out })).code).toBe(0)
  const refused = json(await compile({ shop: other.slug, out }))
  expect(refused).toMatchObject({ code: 'bad-folder', message: expect.stringContaining(shop.slug) })
  expect(readFileSync(path.join(out, 'app.json'), 'utf8')).toContain('核桃老店')
  expect(readdirSync(folder).filter((name) => /\.(new|old)-/.test(name))).toEqual([])
})

test('an app over its budget, or with something of another shop in it, is not kept', async () => {
  const at = (engine: string) => compile({}, [], engine)
  const heavy = await at(smallEngine({ 'taro.js': 'x'.repeat(460 * 1024) }))
  expect(json(heavy)).toMatchObject({ code: 'over-budget', message: expect.stringContaining('450 KB') })
  const other = await openShop(world, { request: { name: '别家' } })
  const leaky = await at(smallEngine({ 'common.js': `last("${other.shopId}")` }))
  expect(json(leaky)).toMatchObject({ code: 'wrong-shop', message: expect.stringContaining(other.shopId) })
  const named = await at(smallEngine({ 'ext-old.json': '{"appid":"wxfedcba9876543210"}' }))
  expect(json(named)).toMatchObject({ code: 'wrong-shop' })
})
