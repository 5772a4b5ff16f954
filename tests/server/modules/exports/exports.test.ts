import { strFromU8, unzipSync, zipSync } from 'fflate'
import sharp from 'sharp'
import {
  CHECKSUMS_FILE,
  PHOTOS_FOLDER,
  SHOP_FILE,
  VOICES_FOLDER,
} from '../../../../server/modules/exports/file-names'
import { importArchive } from '../../../../server/modules/exports/import-archive'
import { TICKET_MS } from '../../../../server/modules/tickets/ticket'
import { createRecording } from '../../../support/voice-recording'
import { call, signIn } from '../../support/api-client'
import { sendPhoto } from '../../support/stories/send-media'
import {
  createHiddenPhoto,
  downloadExport,
  exportPathOf,
  openFurnishedShop,
} from '../../support/stories/shop-exports'
import { environmentPerTest, newId, type TestEnvironment } from '../../support/test-environment'
import { type OpenedShop, openShop, placeTestOrder } from '../../support/test-shop'

const env = environmentPerTest()
const other = environmentPerTest({ secret: 'another secret of another installation' })

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
  expect(Buffer.from(files[voice] ?? []).equals(createRecording(500))).toBe(true)
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
  const sent = await sendPhoto(other.app, stranger, newId(), await createHiddenPhoto())
  expect(file.startsWith(sent.json().hash)).toBe(true)
  expect(await other.blobs.get(file)).toEqual(await env.blobs.get(file))
})
