import { readFileSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { json } from './run'
import { smallEngine } from './small-engine'
import { answering, Workshop } from './workshop'

let workshop: Workshop
beforeAll(async () => {
  workshop = await Workshop.open()
})
afterAll(() => workshop.close())

const carriedIn = (out: string) => {
  const text = readFileSync(path.join(out, 'carried-shop.js'), 'utf8')
  return JSON.parse(text.slice('module.exports='.length)) as {
    at: number
    storefront: { shop: { name: string } }
  }
}

describe('an export is compiled for a server only that has this very shop under its slug', () => {
  const OTHER = '01ARZ3NDEKTSV4RRFFQ69G5FAV'
  const at = (status: number, body: object | string) =>
    answering(status, typeof body === 'string' ? body : JSON.stringify(body), (api) =>
      workshop.compile({ shop: workshop.exported(), api }),
    )

  test('another shop there is refused by its name, and no app is written', async () => {
    const { storefront } = workshop
    const ran = await at(200, { ...storefront, shop: { ...storefront.shop, id: OTHER, name: '别家果园' } })
    expect(json(ran)).toMatchObject({ ok: false, code: 'wrong-shop', compiled: [] })
    expect(json(ran).message).toMatch(/another shop, "别家果园", at \/s\/\w+, not "核桃老店"/)
  })

  test('no shop there, or nothing that is one, is refused', async () => {
    expect(json(await at(404, '{}'))).toMatchObject({
      code: 'wrong-shop',
      message: expect.stringContaining('no shop'),
    })
    for (const body of ['[]', 'null', '{"shop":null}', '{"shop":7}'])
      expect(json(await at(200, body))).toMatchObject({ code: 'wrong-shop' })
    expect(json(await at(200, '<html>'))).toMatchObject({ code: 'no-api' })
    expect(json(await at(403, 'no'))).toMatchObject({ code: 'no-api' })
  })

  test('a server out of reach, or in trouble, is warned of: an app can be made away from any network', async () => {
    const shop = workshop.exported()
    for (const ran of [await workshop.compile({ shop, api: 'http://127.0.0.1:9' }), await at(503, 'no')]) {
      expect([ran.code, json(ran).ok]).toEqual([0, true])
      expect(ran.err).toContain('it was not checked that')
    }
    const sure = await workshop.compile({ shop })
    expect([sure.code, sure.err]).toEqual([0, expect.not.stringContaining('not checked')])
  })
})

test('files that zips set to 1980 are of now; others are of when they are', async () => {
  const before = Date.now()
  const shop = path.join(workshop.exported(), 'shop.json')
  const [old, later] = [workshop.fresh(), workshop.fresh()]
  utimesSync(shop, new Date(1980, 0, 1), new Date(1980, 0, 1))
  await workshop.compile({ shop, out: old })
  expect(carriedIn(old).at).toBeGreaterThanOrEqual(before)
  utimesSync(shop, 1_700_000_000, 1_700_000_000)
  await workshop.compile({ shop, out: later })
  expect(carriedIn(later).at).toBe(1_700_000_000_000)
})

test('a zip is read as it is, and one whose files are larger than they can be is refused by their name', async () => {
  const { storefront } = workshop
  const [product, ...more] = storefront.products
  const photos = [{ id: '01ARZ3NDEKTSV4RRFFQ69G5FAV', hash: 'ab'.repeat(16) }]
  const names = [375, 750, 1200].map((width) => `photos/${photos[0]?.hash}-${width}.webp`)
  const zipped = (bytes: number) => {
    const { shop, look } = storefront
    const data = { kind: 'kaizhang-shop', format: 1, shop, look, products: [{ ...product, photos }, ...more] }
    const file = `${workshop.fresh()}.zip`
    const large = Object.fromEntries(names.map((name) => [name, new Uint8Array(bytes)]))
    writeFileSync(file, zipSync({ 'shop.json': strToU8(JSON.stringify(data)), ...large }))
    return file
  }
  const fine = await workshop.compile({ shop: zipped(1000) })
  expect([fine.code, fine.err]).toEqual([0, expect.stringContaining('is broken')])
  expect(json(await workshop.compile({ shop: zipped(2 * 1024 * 1024 + 1) }))).toMatchObject({
    code: 'malformed',
    message: expect.stringMatching(/photos\/\w+-\d+\.webp is larger than it can be/),
  })
})

test("what a seller writes in her own texts is no other's, ids and appids too", async () => {
  const name = 'wxfedcba9876543210<3'
  const { shop } = workshop.storefront
  const place = '01BX5ZZKBKACTAV9WEVGEMMVRZ'
  const out = workshop.fresh()
  const ran = await workshop.compile({ shop: workshop.exported({ shop: { ...shop, name, place } }), out })
  expect([ran.code, json(ran).message]).toEqual([0, undefined])
  expect(carriedIn(out).storefront.shop.name).toBe(name)
  const leaky = smallEngine({ 'common.js': '"01BX5ZZKBKACTAV9WEVGEMMVRY"' })
  const other = workshop.exported({ shop: { ...shop, name, place } })
  expect(json(await workshop.compile({ shop: other }, [], leaky))).toMatchObject({ code: 'wrong-shop' })
})
