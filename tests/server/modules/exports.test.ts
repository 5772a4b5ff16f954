import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import sharp from 'sharp'
import {
  CHECKSUMS_FILE,
  PHOTOS_FOLDER,
  SHOP_FILE,
  VOICES_FOLDER,
} from '../../../server/modules/exports/file-names'
import { importArchive } from '../../../server/modules/exports/import-archive'
import { TICKET_MS } from '../../../server/modules/exports/ticket'
import { createRecording } from '../../support/voice-recording'
import { call, signIn } from '../support/api-client'
import { picture } from '../support/pictures'
import { sendPhoto } from '../support/send-photo'
import { downloadExport, exportPathOf, openFurnishedShop } from '../support/shop-exports'
import { createTestEnvironment, newId, type TestEnvironment } from '../support/test-environment'
import { type OpenedShop, openShop, placeTestOrder } from '../support/test-shop'

let env: TestEnvironment
let other: TestEnvironment
beforeEach(async () => {
  env = await createTestEnvironment()
  other = await createTestEnvironment({ secret: 'another secret of another installation' })
})
afterEach(async () => {
  await env.app.close()
  await other.app.close()
})

const exportShop = (shop: OpenedShop) => downloadExport(env, shop)
const openFullShop = () => openFurnishedShop(env)

/** Imports a zip into an environment, as the maintenance command does. */
const importZip = async (into: TestEnvironment, zip: Uint8Array) =>
  (await importArchive(into.deps, zip)).imported

test('an export holds all products and every photo size, and nothing of buyers or owners', async () => {
  const shop = await openFullShop()
  const zip = await exportShop(shop)
  const files = unzipSync(zip)
  const data = JSON.parse(strFromU8(files[SHOP_FILE] ?? new Uint8Array()))
  expect(data).toMatchObject({ kind: 'kaizhang-shop', format: 1, shop: { name: '核桃老店' } })
  expect(data.shop.orderLimits).toEqual({ waiting: 2, expiryHours: 24 })
  expect(data.products.map(({ name }: { name: string }) => name)).toEqual(['核桃', '没上架的'])
  expect(data.products[0].skus[0].stock).toBe(7)
  const photos = Object.keys(files).filter((name) => name.startsWith(PHOTOS_FOLDER))
  expect(photos).toHaveLength(4)
  const [voice = ''] = Object.keys(files).filter((name) => name.startsWith(VOICES_FOLDER))
  expect(Buffer.from(files[voice] ?? []).equals(createRecording(700))).toBe(true)
  // no data of buyers or of the owner
  const text = strFromU8(files[SHOP_FILE] ?? new Uint8Array())
  expect(text).not.toContain('13800000000')
  expect(text).not.toContain('城关镇')
  expect(text).not.toContain(shop.owner.accountId)
  expect(text).not.toContain(shop.key)
})

test('an export that is imported elsewhere and exported again is identical byte for byte', async () => {
  const shop = await openFullShop()
  const zip = await exportShop(shop)
  expect(await exportShop(shop)).toEqual(zip)
  const { slug, key } = await importZip(other, zip)
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

  const [original, imported] = await Promise.all(
    [env, other].map(({ app }) => call(app, `GET /api/storefronts/${shop.slug}`)),
  )
  expect(imported?.json()).toEqual(original?.json())
  // and it sells
  await placeTestOrder({ ...shop, owner }, await signIn(other.app))
})

test('an export link needs no token, expires, and cannot be forged', async () => {
  const shop = await openShop(env)
  const path = await exportPathOf(shop)
  const flipped = path.replace(/.(?=\.zip$)/, (letter) => (letter === 'A' ? 'B' : 'A'))
  const longer = path.replace(/\.(\d+)\./, (_, until) => `.${Number(until) + 1}.`)
  for (const bad of [flipped, longer, '/exports/x.zip', '/exports/..%2f..zip', path.replace('.zip', '')])
    expect((await call(env.app, `GET ${bad}`)).statusCode).toBe(404)
  env.advance(TICKET_MS - 1)
  expect((await call(env.app, `GET ${path}`)).statusCode).toBe(200)
  env.advance(1)
  expect((await call(env.app, `GET ${path}`)).statusCode).toBe(404)
})

test('importing an existing shop is refused, and a taken slug is replaced', async () => {
  const shop = await openShop(env)
  const zip = await exportShop(shop)
  await expect(importZip(env, zip)).rejects.toThrow('is here already')
  const rival = await openShop(other)
  await other.deps.db.query
    .updateTable('shop_directory')
    .set({ slug: shop.slug })
    .where('shop_id', '=', rival.shopId)
    .execute()
  const { slug } = await importZip(other, zip)
  expect(slug).not.toBe(shop.slug)
  expect((await call(other.app, `GET /api/storefronts/${slug}`)).json()).toMatchObject({ shop: { slug } })
})

test('an export of an earlier version without a hash list is imported', async () => {
  const shop = await openFullShop()
  const { [CHECKSUMS_FILE]: sums, ...files } = unzipSync(await exportShop(shop))
  expect(strFromU8(sums ?? new Uint8Array())).toMatch(/^[0-9a-f]{64} {2}photos\/[0-9a-f]{32}-375\.webp\n/)
  expect((await importZip(other, zipSync(files))).slug).toBe(shop.slug)
})

test('an uploaded photo replaces a different picture that an import stored under its hash', async () => {
  const shop = await openFullShop()
  const { [CHECKSUMS_FILE]: _, ...files } = unzipSync(await exportShop(shop))
  const name = Object.keys(files).find((file) => file.endsWith('1200.webp')) ?? ''
  const wrong = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
    .webp()
    .toBuffer()
  await importZip(other, zipSync({ ...files, [name]: wrong }))
  const file = name.slice(PHOTOS_FOLDER.length)
  expect(await other.blobs.get(file)).toEqual(wrong)
  const stranger = await signIn(other.app)
  const sent = await sendPhoto(other.app, stranger, newId(), await picture().jpeg().toBuffer())
  expect(file.startsWith(sent.json().hash)).toBe(true)
  expect(await other.blobs.get(file)).toEqual(await env.blobs.get(file))
})

interface Data {
  shop: object
  look: { sections: object[] }
  products: { skus: object[] }[]
}

describe('importArchive rejects an invalid export and stores nothing:', () => {
  let files: Record<string, Uint8Array>
  const changed = (change: (data: Data) => void) => {
    const data: Data = JSON.parse(strFromU8(files[SHOP_FILE] ?? new Uint8Array()))
    change(data)
    return { ...files, [SHOP_FILE]: strToU8(JSON.stringify(data)) }
  }
  const voice = () => Object.keys(files).find((name) => name.endsWith('.mp3')) ?? ''
  const photo = () => Object.keys(files).find((name) => name.endsWith('1200.webp')) ?? ''

  const invalidExports: [
    string,
    () => Record<string, Uint8Array> | Promise<Record<string, Uint8Array>>,
    RegExp,
  ][] = [
    ['a shop file that is not JSON', () => ({ ...files, [SHOP_FILE]: strToU8('{') }), /not JSON/],
    [
      'JSON that is not an exported shop',
      () => ({ ...files, [SHOP_FILE]: strToU8('[]') }),
      /no exported shop/,
    ],
    [
      'a later format',
      () => changed((data) => Object.assign(data, { format: 2 })),
      /format is 2.*Update Kaizhang/,
    ],
    [
      'an unknown field',
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
      'a look of a later format',
      () => changed(({ look }) => Object.assign(look, { format: 99 })),
      /99.*Update Kaizhang/,
    ],
    [
      'an incomplete look',
      () => changed((data) => Object.assign(data, { look: { sections: [] } })),
      /\/look/,
    ],
    [
      'a duplicate product id',
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
      'a sku id used in two products',
      () => changed(({ products }) => products[1]?.skus.push({ ...products[0]?.skus[0] })),
      /\/products\/1\/skus\/1\/id is used twice/,
    ],
    [
      'a photo file that is not a picture',
      () => ({ ...files, [photo()]: strToU8('<svg onload="x">') }),
      /is not a picture/,
    ],
    [
      'a different photo under the name of a photo',
      async () => ({
        ...files,
        [photo()]: await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
          .webp()
          .toBuffer(),
      }),
      /is not the picture that was exported/,
    ],
    [
      'a photo missing from the hash list',
      () => ({ ...files, [CHECKSUMS_FILE]: strToU8('\n') }),
      /is not the picture that was exported/,
    ],
    [
      'a shop version at its maximum',
      () => changed(({ shop }) => Object.assign(shop, { version: 2 ** 31 - 2 })),
      /\/shop\/version is 2147483646, which leaves no versions/,
    ],
    [
      'a look version at its maximum',
      () => changed(({ look }) => Object.assign(look, { version: 2 ** 31 - 2 })),
      /\/look\/version is 2147483646/,
    ],
    [
      'a product version above its maximum',
      () => changed(({ products }) => Object.assign(products[1] ?? {}, { version: 2 ** 30 + 1 })),
      /\/products\/1\/version is 1073741825/,
    ],
    [
      'a voice file that is not a recording',
      () => ({ ...files, [voice()]: strToU8('spoken') }),
      /is not the voice/,
    ],
    ['a different voice', () => ({ ...files, [voice()]: createRecording(800) }), /is not the voice/],
    [
      'a voice with a tag',
      () => ({
        ...files,
        [voice()]: Buffer.concat([createRecording(700), Buffer.from('TAG'), Buffer.alloc(125)]),
      }),
      /is not the voice/,
    ],
    [
      'a voice whose length differs from the look',
      () =>
        changed(({ look }) =>
          Object.assign(Reflect.get(look.sections.at(-1) ?? {}, 'settings').voice, { ms: 5 }),
        ),
      /is not the voice/,
    ],
    [
      'a photo that carries EXIF data',
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

  test.each(invalidExports)('%s', async (_, corrupt, why) => {
    files = unzipSync(await exportShop(await openFullShop()))
    const corrupted = Object.entries(await corrupt()).filter(([, bytes]) => bytes !== undefined)
    await expect(importZip(other, zipSync(Object.fromEntries(corrupted)))).rejects.toThrow(why)
    expect(await other.deps.db.query.selectFrom('shop').select('shop_id').execute()).toEqual([])
    expect(other.blobs.names()).toEqual([])
  })

  test('a file that is not a zip, or a zip without shop.json', async () => {
    await expect(importZip(other, strToU8('no zip at all'))).rejects.toThrow('no zip')
    await expect(importZip(other, zipSync({ 'letter.txt': strToU8('dear') }))).rejects.toThrow('no shop.json')
  })
})
