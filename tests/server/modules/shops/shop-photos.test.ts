import sharp from 'sharp'
import { cropPath, type Photo, photoCrops, shopPhotoCrops } from '@/domain/photo'
import { REOPEN_MS } from '@/domain/shop/personal-data'
import type { ManagedShop } from '@/domain/shop/shop'
import { StorefrontCache } from '../../../../server/http/cache/storefront-cache'
import { endClosedShops } from '../../../../server/modules/closing/end-shop'
import { fileId } from '../../../../server/modules/content/store'
import { importArchive } from '../../../../server/modules/exports/import-archive'
import { readExport } from '../../../../server/modules/exports/read-export'
import { compareOrReplace } from '../../../../server/modules/exports/update-shop'
import { decideById } from '../../../../server/operator/shop-actions'
import { type ApiClient, answered, signIn } from '../../support/api-client'
import { signInStaff, TOWN } from '../../support/centre'
import { checkWritten } from '../../support/content'
import { picture } from '../../support/pictures'
import { acceptCode } from '../../support/stories/helped-shop'
import { sendPhoto } from '../../support/stories/send-media'
import { downloadExport } from '../../support/stories/shop-exports'
import { environmentPerTest, newId } from '../../support/test-environment'
import { productDraft, shopPerTest } from '../../support/test-shop'

const env = environmentPerTest()
const other = environmentPerTest({ secret: 'another secret of another installation' })
const shop = shopPerTest(env)

async function upload(person: ApiClient = shop.owner, color = '#112233'): Promise<Photo> {
  const id = newId()
  const answer = await sendPhoto(env.app, person, id, await picture(400, 300, color).jpeg().toBuffer())
  return { id, hash: answer.json<{ hash: string }>().hash }
}

const readShop = async () =>
  (await answered<{ shop: ManagedShop }>(shop.owner.call(`GET /api/shops/${shop.shopId}`))).shop

/** Saves settings as an app does that knows only these fields. */
async function save(change: object, person: ApiClient = shop.owner) {
  const { version, name, fulfilments, payments, freight } = await readShop()
  const body = { version, name, fulfilments, payments, freight, ...change }
  return person.call(`PUT /api/shops/${shop.shopId}/settings`, body)
}

async function saved(change: object): Promise<ManagedShop> {
  const answer = await save(change)
  expect([answer.statusCode, answer.json().code]).toEqual([200, undefined])
  return answer.json()
}

const get = (url: string) => env.app.inject({ url })
const storefront = async () => (await get(`/api/storefronts/${shop.slug}`)).json<{ shop: ManagedShop }>().shop
const usesOf = async (id: string): Promise<string[]> => {
  const rows = await env.deps.db.query
    .selectFrom('photo_use')
    .select('product_id')
    .where('photo_id', '=', id)
    .where('shop_id', '=', shop.shopId)
    .execute()
  return rows.map(({ product_id }) => product_id).sort()
}

async function sweepForTwoWeeks() {
  await env.app.worker.start(3_600_000)
  for (let day = 0; day < 14; day++) await env.runAfter(86_400_000)
}

describe('the logo and the banner of a shop', () => {
  it('are shown to the owner and to buyers, with crops of their sizes', async () => {
    expect(await readShop()).not.toHaveProperty('logo')
    const [logo, banner] = [await upload(), await upload(shop.owner, '#556677')]
    expect(await saved({ logo, banner })).toMatchObject({ logo, banner })
    expect(await storefront()).toMatchObject({ logo, banner })
    for (const [photo, crop] of [
      [logo, 'logo'],
      [banner, 'head'],
      [banner, 'head-wide'],
    ] as const) {
      const answer = await get(cropPath(photo.hash, crop))
      expect(answer.headers).toMatchObject({
        'content-type': 'image/webp',
        'cache-control': 'public, max-age=31536000, immutable',
        'cross-origin-resource-policy': 'cross-origin',
      })
      const { format, width, height } = await sharp(answer.rawPayload).metadata()
      expect({ format, width, height }).toEqual({ format: 'webp', ...photoCrops[crop] })
    }
    // only the crops that the use needs
    expect((await get(cropPath(logo.hash, 'head'))).statusCode).toBe(404)
    expect((await get(`/photos/${logo.hash}-square.webp`)).statusCode).toBe(404)
  })

  it('stay when an app saves settings without them, and are removed by null', async () => {
    const [logo, banner] = [await upload(), await upload(shop.owner, '#556677')]
    await saved({ logo, banner })
    expect(await saved({ notice: '今天有货' })).toMatchObject({ logo, banner })
    const without = await saved({ logo: null })
    expect(without).not.toHaveProperty('logo')
    expect(without).toMatchObject({ banner })
    expect(await usesOf(logo.id)).toEqual([])
    expect(await usesOf(banner.id)).toEqual(['banner'])
  })

  it('answer a repeated request with the same, and count their crops against the account once', async () => {
    const logo = await upload()
    const { version, name, fulfilments, payments, freight } = await readShop()
    const body = { version, name, fulfilments, payments, freight, logo }
    const send = () => shop.owner.call(`PUT /api/shops/${shop.shopId}/settings`, body)
    const [first, second] = [await send(), await send()]
    expect(second.json()).toEqual(first.json())
    const { bytes } = await env.deps.db.query
      .selectFrom('photo')
      .select('bytes')
      .where('id', '=', logo.id)
      .executeTakeFirstOrThrow()
    const sizes = await Promise.all(
      env.blobs.names().map(async (file) => (file.startsWith(logo.hash) ? await env.blobs.size(file) : 0)),
    )
    expect(bytes).toBe(sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0))
  })

  it.each([
    ['an unknown photo', async () => ({ ...(await upload()), id: newId() })],
    ['another hash', async () => ({ ...(await upload()), hash: '0'.repeat(32) })],
    ['a photo of a stranger', async () => upload(await signIn(env.app))],
  ])('refuse %s, and keep what was', async (_, makePhoto) => {
    const logo = await upload(shop.owner, '#334455')
    await saved({ logo })
    const answer = await save({ logo: await makePhoto(), name: '新店名' })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().fields).toEqual([{ path: '/logo', message: expect.any(String) }])
    expect(await readShop()).toMatchObject({ logo, name: '核桃小店' })
    expect(await usesOf(logo.id)).toEqual(['logo'])
  })

  it.each([['text'], [''], [{ id: 'x', hash: 'y' }], [{}]])('refuse %j', async (logo) => {
    expect((await save({ logo })).statusCode).toBe(400)
  })

  it('refuse a photo whose files are lost or broken, and keep the other settings', async () => {
    const before = await upload()
    await saved({ banner: before })
    const [lost, broken] = [await upload(shop.owner, '#445566'), await upload(shop.owner, '#778899')]
    await env.blobs.remove(`${lost.hash}-1200.webp`)
    await env.blobs.put(`${broken.hash}-1200.webp`, Buffer.from('RIFF....WEBP'))
    for (const banner of [lost, broken]) {
      const answer = await save({ banner, name: '新店名' })
      expect([answer.statusCode, answer.json().code]).toEqual([415, 'not-a-photo'])
    }
    expect(await readShop()).toMatchObject({ banner: before, name: '核桃小店' })
  })

  it('are changed by a helper with a right to settings only, and the log says so', async () => {
    const helper = await signInStaff(env, TOWN, 'trainer')
    const offer = async (parts: string[]) => {
      const route = `PUT /api/shops/${shop.shopId}/help-offers/${newId()}`
      await acceptCode(helper, (await shop.owner.call(route, { parts })).json().digits, TOWN)
    }
    await offer(['contact'])
    const [first, second] = [await upload(helper), await upload(helper, '#998877')]
    expect((await save({ logo: first }, helper)).json().code).toBe('not-allowed-now')
    expect(await readShop()).not.toHaveProperty('logo')
    await offer(['settings'])
    for (const logo of [first, second, null]) expect((await save({ logo }, helper)).statusCode).toBe(200)
    const { items } = await answered<{ items: { action: string; about?: string }[] }>(
      shop.owner.call(`GET /api/shops/${shop.shopId}/help-steps`),
    )
    const texts = items.filter(({ action }) => action === 'save-settings').map(({ about }) => about)
    expect(texts.sort()).toEqual(
      ['店标：换了一张', '店标：有照片 改成 没放', '店标：没放 改成 有照片'].sort(),
    )
  })

  it('survive the sweep of unused photos until they are replaced; then their crops are deleted, too', async () => {
    const logo = await upload()
    await saved({ logo })
    await sweepForTwoWeeks()
    expect((await get(cropPath(logo.hash, 'logo'))).statusCode).toBe(200)
    const next = await upload(shop.owner, '#556677')
    await saved({ logo: next })
    await sweepForTwoWeeks()
    expect(env.blobs.names().filter((file) => file.startsWith(logo.hash))).toEqual([])
    expect((await get(cropPath(next.hash, 'logo'))).statusCode).toBe(200)
  })

  it('are replaced by a plain picture for buyers while they are hidden, and the owner reads which one it is', async () => {
    const banner = await upload()
    await saved({ banner })
    const path = cropPath(banner.hash, 'head-wide')
    const shown = (await get(path)).rawPayload
    await decideById(env.deps, fileId('photo', banner.hash), 'risky')
    await checkWritten(env)
    const hidden = await get(path)
    expect(hidden.headers['cache-control']).toBe('no-cache')
    expect(hidden.rawPayload.equals(shown)).toBe(false)
    const { items } = await answered<{ items: object[] }>(
      shop.owner.call(`GET /api/shops/${shop.shopId}/hidden-parts`),
    )
    expect(items).toEqual([expect.objectContaining({ kind: 'photo', shopPhoto: 'banner' })])
    await saved({ banner: null })
    const after = await shop.owner.call(`GET /api/shops/${shop.shopId}/hidden-parts`)
    expect(after.json().items).toEqual([])
  })

  it('end with the shop', async () => {
    const logo = await upload()
    await saved({ logo })
    const { deps } = env
    await deps.db.withTx((tx) =>
      tx
        .updateTable('shop')
        .set({ closed_at: deps.clock() - REOPEN_MS })
        .where('shop_id', '=', shop.shopId)
        .execute(),
    )
    await endClosedShops(deps, new StorefrontCache())
    expect(await usesOf(logo.id)).toEqual([])
    const row = await deps.db.query.selectFrom('shop').select(['logo']).executeTakeFirstOrThrow()
    expect(row.logo).toBeNull()
  })
})

describe('the export of a shop with a logo and a banner', () => {
  it('holds the crops, and an import shows both and makes the crops again', async () => {
    const [logo, banner] = [await upload(), await upload(shop.owner, '#556677')]
    await saved({ logo, banner })
    const zip = await downloadExport(env, shop)
    const { imported } = await importArchive(other.deps, zip)
    expect(await readExport(other.deps.db.query, shop.shopId)).toMatchObject({ shop: { logo, banner } })
    for (const [photo, crops] of [
      [logo, shopPhotoCrops.logo],
      [banner, shopPhotoCrops.banner],
    ] as const)
      for (const crop of crops) {
        expect(zip.includes(cropPath(photo.hash, crop).slice(1))).toBe(true)
        const answer = await other.app.inject({ url: cropPath(photo.hash, crop) })
        expect(answer.rawPayload.equals((await get(cropPath(photo.hash, crop))).rawPayload)).toBe(true)
      }
    expect((await other.app.inject({ url: `/api/storefronts/${imported.slug}` })).json().shop).toMatchObject({
      logo,
      banner,
    })
    const uses = await other.deps.db.query
      .selectFrom('photo_use')
      .select(['photo_id', 'product_id'])
      .where('product_id', 'in', ['logo', 'banner'])
      .execute()
    expect(uses).toHaveLength(2)
  })

  it('is imported without a logo whose file is missing, and says so', async () => {
    const logo = await upload()
    await saved({ logo })
    await env.blobs.remove(`${logo.hash}-750.webp`)
    const { missing } = await importArchive(other.deps, await downloadExport(env, shop))
    expect(missing).toEqual({ products: [], look: true })
    expect((await readExport(other.deps.db.query, shop.shopId))?.shop).not.toHaveProperty('logo')
  })

  it('replaces the photos of the shop, or removes those that it lacks', async () => {
    const logo = await upload()
    await saved({ logo })
    const zip = await downloadExport(env, shop)
    const banner = await upload(shop.owner, '#556677')
    await saved({ logo: null, banner })
    const replaced = await compareOrReplace(env.deps, zip, true)
    expect(replaced?.differences.settings.sort()).toEqual(['banner', 'logo'])
    const after = await readShop()
    expect(after).toMatchObject({ logo })
    expect(after).not.toHaveProperty('banner')
    expect([await usesOf(logo.id), await usesOf(banner.id)]).toEqual([['logo'], []])
  })
})

it('leaves a photo of a product in use when it is no longer the logo', async () => {
  const logo = await upload()
  await saved({ logo })
  const product = { version: 1, ...productDraft(shop.skuId), photos: [logo.id] }
  await answered(shop.owner.call(`PUT /api/shops/${shop.shopId}/products/${shop.productId}`, product))
  await saved({ logo: null })
  expect(await usesOf(logo.id)).toEqual([shop.productId])
})
