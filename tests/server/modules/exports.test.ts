import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import sharp from 'sharp'
import {
  PHOTOS_FOLDER,
  SHOP_FILE,
  SUMS_FILE,
  VOICES_FOLDER,
} from '../../../server/modules/exports/file-names'
import { importArchive } from '../../../server/modules/exports/import-archive'
import { TICKET_MS } from '../../../server/modules/exports/ticket'
import { recording } from '../../support/voice'
import { exportOf, furnishedShop, linkOf } from '../support/exports'
import { call, signIn } from '../support/person'
import { picture } from '../support/pictures'
import { sendPhoto } from '../support/send-photo'
import { type OpenedShop, openShop, placed } from '../support/shop'
import { makeWorld, newId, type World } from '../support/world'

let world: World
let other: World
beforeEach(async () => {
  world = await makeWorld()
  other = await makeWorld({ secret: 'another secret of another installation' })
})
afterEach(async () => {
  await world.app.close()
  await other.app.close()
})

const exported = (shop: OpenedShop) => exportOf(world, shop)
const furnished = () => furnishedShop(world)

/** Takes a zip into a world as the command does. */
const take = async (into: World, zip: Uint8Array) => (await importArchive(into.deps, zip)).imported

test('an owner takes the shop along: all products, photos in every size, and nobody else’s things', async () => {
  const shop = await furnished()
  const zip = await exported(shop)
  const files = unzipSync(zip)
  const data = JSON.parse(strFromU8(files[SHOP_FILE] ?? new Uint8Array()))
  expect(data).toMatchObject({ kind: 'kaizhang-shop', format: 1, shop: { name: '核桃老店' } })
  expect(data.shop.orderLimits).toEqual({ waiting: 2, expiryHours: 24 })
  expect(data.products.map(({ name }: { name: string }) => name)).toEqual(['核桃', '没上架的'])
  expect(data.products[0].skus[0].stock).toBe(7)
  const photos = Object.keys(files).filter((name) => name.startsWith(PHOTOS_FOLDER))
  expect(photos).toHaveLength(4)
  const [voice = ''] = Object.keys(files).filter((name) => name.startsWith(VOICES_FOLDER))
  expect(Buffer.from(files[voice] ?? []).equals(recording(700))).toBe(true)
  // of whoever ordered nothing is in it, nor of who owns it
  const text = strFromU8(files[SHOP_FILE] ?? new Uint8Array())
  expect(text).not.toContain('13800000000')
  expect(text).not.toContain('城关镇')
  expect(text).not.toContain(shop.owner.accountId)
  expect(text).not.toContain(shop.key)
})

test('exported, imported into a fresh installation and exported again it is the same, byte by byte', async () => {
  const shop = await furnished()
  const zip = await exported(shop)
  expect(await exported(shop)).toEqual(zip)
  const { slug, key } = await take(other, zip)
  expect(slug).toBe(shop.slug)

  const owner = await signIn(other.app)
  const restored = await owner.call('POST /api/sessions', { provider: 'key', key })
  expect(restored.statusCode).toBe(200)
  const token = restored.json<{ token?: string }>().token ?? owner.token
  const again = await call(
    other.app,
    `POST /api/shops/${shop.shopId}/exports`,
    { id: newId() },
    {
      authorization: `Bearer ${token}`,
    },
  )
  const second = await call(other.app, `GET ${new URL(again.json<{ url: string }>().url).pathname}`)
  expect(second.rawPayload.equals(zip)).toBe(true)

  const [here, there] = await Promise.all(
    [world, other].map(({ app }) => call(app, `GET /api/storefronts/${shop.slug}`)),
  )
  expect(there?.json()).toEqual(here?.json())
  // and it sells
  await placed({ ...shop, owner }, await await signIn(other.app))
})

test('a link needs no token, and is over after some minutes; a made-up one never worked', async () => {
  const shop = await openShop(world)
  const path = await linkOf(shop)
  const flipped = path.replace(/.(?=\.zip$)/, (letter) => (letter === 'A' ? 'B' : 'A'))
  const longer = path.replace(/\.(\d+)\./, (_, until) => `.${Number(until) + 1}.`)
  for (const bad of [flipped, longer, '/exports/x.zip', '/exports/..%2f..zip', path.replace('.zip', '')])
    expect((await call(world.app, `GET ${bad}`)).statusCode).toBe(404)
  world.pass(TICKET_MS - 1)
  expect((await call(world.app, `GET ${path}`)).statusCode).toBe(200)
  world.pass(1)
  expect((await call(world.app, `GET ${path}`)).statusCode).toBe(404)
})

test('a shop that is here already stays as it is; another one’s address is left to it', async () => {
  const shop = await openShop(world)
  const zip = await exported(shop)
  await expect(take(world, zip)).rejects.toThrow('is here already')
  const rival = await openShop(other)
  await other.deps.db.query
    .updateTable('shop_directory')
    .set({ slug: shop.slug })
    .where('shop_id', '=', rival.shopId)
    .execute()
  const { slug } = await take(other, zip)
  expect(slug).not.toBe(shop.slug)
  expect((await call(other.app, `GET /api/storefronts/${slug}`)).json()).toMatchObject({ shop: { slug } })
})

test('an export of an earlier version, which lists no hashes, is imported as before', async () => {
  const shop = await furnished()
  const { [SUMS_FILE]: sums, ...files } = unzipSync(await exported(shop))
  expect(strFromU8(sums ?? new Uint8Array())).toMatch(/^[0-9a-f]{64} {2}photos\/[0-9a-f]{32}-375\.webp\n/)
  expect((await take(other, zipSync(files))).slug).toBe(shop.slug)
})

test('a picture that an import brought under the name of another gives way to the photo itself', async () => {
  const shop = await furnished()
  const { [SUMS_FILE]: _, ...files } = unzipSync(await exported(shop))
  const name = Object.keys(files).find((file) => file.endsWith('1200.webp')) ?? ''
  const wrong = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
    .webp()
    .toBuffer()
  await take(other, zipSync({ ...files, [name]: wrong }))
  const file = name.slice(PHOTOS_FOLDER.length)
  expect(await other.blobs.get(file)).toEqual(wrong)
  const stranger = await signIn(other.app)
  const sent = await sendPhoto(other.app, stranger, newId(), await picture().jpeg().toBuffer())
  expect(file.startsWith(sent.json().hash)).toBe(true)
  expect(await other.blobs.get(file)).toEqual(await world.blobs.get(file))
})

interface Data {
  shop: object
  look: { sections: object[] }
  products: { skus: object[] }[]
}

describe('what is no export is told by name, and nothing of it stays', () => {
  let files: Record<string, Uint8Array>
  const changed = (change: (data: Data) => void) => {
    const data: Data = JSON.parse(strFromU8(files[SHOP_FILE] ?? new Uint8Array()))
    change(data)
    return { ...files, [SHOP_FILE]: strToU8(JSON.stringify(data)) }
  }
  const voice = () => Object.keys(files).find((name) => name.endsWith('.mp3')) ?? ''
  const photo = () => Object.keys(files).find((name) => name.endsWith('1200.webp')) ?? ''

  const spoiled: [string, () => Record<string, Uint8Array> | Promise<Record<string, Uint8Array>>, RegExp][] =
    [
      ['no JSON', () => ({ ...files, [SHOP_FILE]: strToU8('{') }), /not JSON/],
      ['another thing', () => ({ ...files, [SHOP_FILE]: strToU8('[]') }), /no exported shop/],
      [
        'a later format',
        () => changed((data) => Object.assign(data, { format: 2 })),
        /format is 2.*Update Kaizhang/,
      ],
      [
        'a field too many',
        () => changed((data) => Object.assign(data, { orders: [] })),
        /additional properties/,
      ],
      [
        'a wrong price',
        () => changed(({ products }) => Object.assign(products[0]?.skus[0] ?? {}, { price: -1 })),
        /\/products\/0\/skus\/0\/price/,
      ],
      [
        'an unknown section',
        () => changed(({ look }) => Object.assign(look.sections[0] ?? {}, { kind: 'carousel' })),
        /\/look\/sections\/0\/kind is "carousel".*Update Kaizhang/,
      ],
      [
        'a look of a later form',
        () => changed(({ look }) => Object.assign(look, { format: 99 })),
        /99.*Update Kaizhang/,
      ],
      ['half a look', () => changed((data) => Object.assign(data, { look: { sections: [] } })), /\/look/],
      [
        'a product that is there twice',
        () =>
          changed(({ products }) =>
            Object.assign(products[1] ?? {}, { id: Reflect.get(products[0] ?? {}, 'id') }),
          ),
        /\/products\/1\/id is used twice/,
      ],
      [
        'a product without skus',
        () => changed(({ products }) => products[0]?.skus.splice(0)),
        /\/products\/0\/skus is empty/,
      ],
      [
        'a sku of two products',
        () => changed(({ products }) => products[1]?.skus.push({ ...products[0]?.skus[0] })),
        /\/products\/1\/skus\/1\/id is used twice/,
      ],
      [
        'a photo that is none',
        () => ({ ...files, [photo()]: strToU8('<svg onload="x">') }),
        /is not a picture/,
      ],
      [
        'another photo under the name of one',
        async () => ({
          ...files,
          [photo()]: await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
            .webp()
            .toBuffer(),
        }),
        /is not the picture that was exported/,
      ],
      [
        'a photo that its list of hashes does not name',
        () => ({ ...files, [SUMS_FILE]: strToU8('\n') }),
        /is not the picture that was exported/,
      ],
      [
        'a shop at its last version',
        () => changed(({ shop }) => Object.assign(shop, { version: 2 ** 31 - 2 })),
        /\/shop\/version is 2147483646, which leaves no versions/,
      ],
      [
        'a look at its last version',
        () => changed(({ look }) => Object.assign(look, { version: 2 ** 31 - 2 })),
        /\/look\/version is 2147483646/,
      ],
      [
        'a product at its last version',
        () => changed(({ products }) => Object.assign(products[1] ?? {}, { version: 2 ** 30 + 1 })),
        /\/products\/1\/version is 1073741825/,
      ],
      ['a voice that is none', () => ({ ...files, [voice()]: strToU8('spoken') }), /is not the voice/],
      ['another voice', () => ({ ...files, [voice()]: recording(800) }), /is not the voice/],
      [
        'a voice with a tag',
        () => ({
          ...files,
          [voice()]: Buffer.concat([recording(700), Buffer.from('TAG'), Buffer.alloc(125)]),
        }),
        /is not the voice/,
      ],
      [
        'a voice of another length',
        () =>
          changed(({ look }) =>
            Object.assign(Reflect.get(look.sections.at(-1) ?? {}, 'settings').voice, { ms: 5 }),
          ),
        /is not the voice/,
      ],
      [
        'a photo that says where it was taken',
        async () => ({
          ...files,
          [photo()]: await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
            .withExif({ IFD0: { Copyright: 'x' } })
            .webp()
            .toBuffer(),
        }),
        /is not a picture/,
      ],
    ]

  test.each(spoiled)('%s', async (_, spoil, why) => {
    files = unzipSync(await exported(await furnished()))
    const spoilt = Object.entries(await spoil()).filter(([, bytes]) => bytes !== undefined)
    await expect(take(other, zipSync(Object.fromEntries(spoilt)))).rejects.toThrow(why)
    expect(await other.deps.db.query.selectFrom('shop').select('shop_id').execute()).toEqual([])
    expect(other.blobs.names()).toEqual([])
  })

  test('no zip', async () => {
    await expect(take(other, strToU8('no zip at all'))).rejects.toThrow('no zip')
    await expect(take(other, zipSync({ 'letter.txt': strToU8('dear') }))).rejects.toThrow('no shop.json')
  })
})
