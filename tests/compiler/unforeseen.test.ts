import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { openShop } from '../server/support/shop'
import { json } from './run'
import { smallEngine } from './small-engine'
import { Workshop } from './workshop'

let workshop: Workshop
beforeAll(async () => {
  workshop = await Workshop.open()
})
afterAll(() => workshop.close())

interface Told {
  compiled: { slug: string; target: string }[]
  refused: { shop: string; code: string; message: string }[]
}

test('what nobody foresaw is told of its shop, with the apps that were written before; the other shops go on', async () => {
  const other = await openShop(workshop.world, { request: { name: '别家' } })
  const out = workshop.fresh()
  // there is no site to make from this engine
  const ran = await workshop.compile({ target: 'all', out }, ['--shop', other.slug], smallEngine())
  const told = json(ran) as unknown as Told
  const slugs = [workshop.shop.slug, other.slug]
  expect(ran.code).toBe(1)
  expect(told.compiled.map(({ slug, target }) => [slug, target])).toEqual(
    slugs.map((slug) => [slug, 'weapp']),
  )
  expect(told.refused).toEqual(
    slugs.map((shop) => ({ shop, code: 'failed', message: expect.stringContaining('page-files.json') })),
  )
  for (const slug of slugs) expect(existsSync(path.join(out, slug, 'weapp/app.json'))).toBe(true)
})

const HASH = 'ab'.repeat(16)

/** An export whose first product has a photo; `spoil` is what becomes of its small size. */
async function withPhoto(spoil: (bytes: Buffer) => Buffer): Promise<string> {
  const [product, ...more] = workshop.storefront.products
  const photos = [{ id: '01ARZ3NDEKTSV4RRFFQ69G5FAV', hash: HASH }]
  const place = workshop.exported({ products: [{ ...product, photos }, ...more] })
  mkdirSync(path.join(place, 'photos'))
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  const image = sharp({ create: { width: 375, height: 300, channels: 3, background: '#888', noise } })
  const bytes = await image.webp().toBuffer()
  for (const width of [375, 750, 1200])
    writeFileSync(path.join(place, `photos/${HASH}-${width}.webp`), spoil(bytes))
  return place
}

test('a broken photo is told and left out; the app is made', async () => {
  for (const spoil of [
    (bytes: Buffer) => bytes.subarray(0, bytes.length / 2),
    () => Buffer.from('no photo'),
  ]) {
    const out = workshop.fresh()
    const ran = await workshop.compile({ shop: await withPhoto(spoil), out })
    expect([ran.code, json(ran).message]).toEqual([0, undefined])
    expect(ran.err).toMatch(new RegExp(`/photos/${HASH}-\\d+.webp is broken`))
    expect(existsSync(path.join(out, 'pictures'))).toBe(false)
  }
  const out = workshop.fresh()
  const whole = await workshop.compile({ shop: await withPhoto((bytes) => bytes), out })
  expect([whole.err.includes('broken'), existsSync(path.join(out, 'pictures'))]).toEqual([false, true])
})
