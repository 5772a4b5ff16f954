import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { importReport } from '../../../../server/maintenance/import-report'
import { SHOP_FILE } from '../../../../server/modules/exports/file-names'
import { importArchive } from '../../../../server/modules/exports/import-archive'
import { compareOrReplace } from '../../../../server/modules/exports/update-shop'
import { perTest } from '../../../support/per-test'
import { call, signIn } from '../../support/api-client'
import { readAllRows } from '../../support/read-all-rows'
import { downloadExport, openFurnishedShop } from '../../support/stories/shop-exports'
import { createTestEnvironment, environmentPerTest, newId } from '../../support/test-environment'
import { placeTestOrder, productDraft, stockOf } from '../../support/test-shop'

const env = environmentPerTest()
const shop = perTest(() => openFurnishedShop(env))
let zip: Uint8Array
beforeEach(async () => {
  zip = await downloadExport(env, shop)
})

const rows = () => readAllRows(env.deps.db)
const importAgain = async (replace = false, file = zip) => {
  const compared = await compareOrReplace(env.deps, file, replace)
  if (!compared) throw new Error('the shop is not here')
  return compared
}
const path = () => `/api/shops/${shop.shopId}`
const readStorefront = async () => (await call(env.app, `GET /api/storefronts/${shop.slug}`)).json()
const readOwnShop = async () => (await shop.owner.call(`GET ${path()}`)).json()
const productsOf = async () =>
  (await shop.owner.call(`GET ${path()}/products`)).json<{
    items: { id: string; version: number; onSale: boolean; photos: object[] }[]
  }>().items

interface Data {
  products: { photos: { id: string; hash: string }[]; skus: { stock: number }[] }[]
}

/** Returns the zip with changed shop data. */
function withData(change: (data: Data) => void): Uint8Array {
  const files = unzipSync(zip)
  const data: Data = JSON.parse(strFromU8(files[SHOP_FILE] ?? new Uint8Array()))
  change(data)
  return zipSync({ ...files, [SHOP_FILE]: strToU8(JSON.stringify(data)) })
}

async function expectOk(answer: Promise<{ statusCode: number; body: string }>) {
  const { statusCode, body } = await answer
  expect([statusCode, statusCode === 200 ? '' : body]).toEqual([200, ''])
}

const settingsOf = ({ id, slug, trade, openedAt, ...settings }: Record<string, unknown>) => settings

/** Changes a setting, a product and the look, adds a product and removes one; returns the id of the added product. */
async function changeAll() {
  const { shop: settings } = await readOwnShop()
  await expectOk(shop.owner.call(`PUT ${path()}/settings`, { ...settingsOf(settings), name: '新店名' }))
  const changed = { version: 1, ...productDraft(shop.skuId), name: '大核桃' }
  await expectOk(shop.owner.call(`PUT ${path()}/products/${shop.productId}`, changed))
  const added = newId()
  await expectOk(
    shop.owner.call(`PUT ${path()}/products/${added}`, { version: 0, ...productDraft(), name: '新货' }),
  )
  const hidden = (await productsOf()).find(({ onSale }) => !onSale)
  await expectOk(shop.owner.call(`DELETE ${path()}/products/${hidden?.id}`))
  await publish([])
  return added
}

/** Publishes a look with these sections. */
async function publish(sections: object[]) {
  const { draft } = (await shop.owner.call(`GET ${path()}/look`)).json()
  const saved = await shop.owner.call(`PUT ${path()}/look-draft`, { ...draft, sections })
  expect(saved.statusCode).toBe(200)
  await expectOk(
    shop.owner.call(`POST ${path()}/look/publish`, { id: newId(), draftVersion: draft.version + 1 }),
  )
}

describe('importing an export over its existing shop', () => {
  it('reports that nothing changed when the shop is unchanged', async () => {
    const before = await rows()
    const compared = await importAgain()
    expect(importReport(compared)).toMatch(
      /^核桃老店 is here already.*as the file has it\. Nothing was changed\.$/,
    )
    expect(await rows()).toEqual(before)
  })

  it('does not count sold stock as a difference', async () => {
    await placeTestOrder(shop, await signIn(env.app))
    expect(importReport(await importAgain())).toMatch(/Nothing was changed\.$/)
  })

  it('lists every difference and changes nothing without replace', async () => {
    await changeAll()
    const before = await rows()
    const report = importReport(await importAgain())
    expect(await rows()).toEqual(before)
    expect(report.split('\n')).toEqual([
      expect.stringMatching(/^Nothing was changed: 新店名 is here already, at \/s\/\w+, with 5 differences/),
      '  settings: name',
      '  the look',
      '  products that differ: 核桃',
      '  products only in the file: 没上架的',
      '  products only here: 新货',
      expect.stringMatching(/^Add --replace .* go off sale\.$/),
      expect.stringMatching(/^Stock, orders, owners and keys stay as they are\./),
    ])
  })

  it('asks before it replaces prices by three times or a third, and takes them once confirmed', async () => {
    const {
      version,
      createdAt: _,
      ...walnuts
    } = (await productsOf()).find(({ onSale }) => onSale) as never as {
      version: number
      createdAt: number
      id: string
      photos: { id: string }[]
      skus: { price: number; stock: number }[]
    }
    const cheap = { ...walnuts, photos: [], skus: walnuts.skus.map((sku) => ({ ...sku, price: 250 })) }
    const { id, ...body } = cheap
    await expectOk(shop.owner.call(`PUT ${path()}/products/${id}`, { ...body, version }))
    const before = await rows()
    await expect(importAgain(true)).rejects.toThrow('further: 核桃 2.5 → 25. Nothing was changed: add --yes')
    expect(await rows()).toEqual(before)
    await compareOrReplace(env.deps, zip, true, true)
    expect((await readStorefront()).products[0].skus[0].price).toBe(2500)
  })

  it('updates settings, products, look and photos with replace', async () => {
    const before = await readStorefront()
    await changeAll()
    expect(importReport(await importAgain(true))).toMatch(/was brought up to date in 5 differences/)
    const { shop: settings, look, products } = await readStorefront()
    expect({ ...settings, version: 1 }).toEqual({ ...before.shop, version: 1 })
    expect({ ...look, version: 1 }).toEqual({ ...before.look, version: 1 })
    expect(products.map(({ name }: { name: string }) => name)).toEqual(['核桃'])
    expect(importReport(await importAgain())).toMatch(/as the file has it/)
    expect((await productsOf()).find(({ onSale, photos }) => !onSale && photos.length > 0)).toBeDefined()
  })

  it('brings products into the order of the file', async () => {
    const ids = (await productsOf()).map(({ id }) => id)
    await expectOk(shop.owner.call(`PUT ${path()}/products/${ids[1]}/place`, {}))
    expect((await productsOf()).map(({ id }) => id)).toEqual([...ids].reverse())
    expect(importReport(await importAgain())).toContain('\n  the order of the products\n')
    await importAgain(true)
    expect((await productsOf()).map(({ id }) => id)).toEqual(ids)
    expect(importReport(await importAgain())).toMatch(/as the file has it/)
  })

  it('keeps stock, orders, owners and keys, and takes products missing from the file off sale', async () => {
    const added = await changeAll()
    await placeTestOrder(shop, await signIn(env.app), { seenTotal: 5000 }, 2)
    const { shop_order, shop_owner, shop_key, account } = await rows()
    const stock = await stockOf(env, shop)
    await importAgain(true)
    expect(await rows()).toMatchObject({ shop_order, shop_owner, shop_key, account })
    expect(await stockOf(env, shop)).toBe(stock)
    expect((await productsOf()).find(({ id }) => id === added)).toMatchObject({ onSale: false, version: 2 })
  })

  it('makes the saves of open editors fail with a version conflict', async () => {
    await changeAll()
    const { shop: settings } = await readOwnShop()
    const [product] = await productsOf()
    const { draft } = (await shop.owner.call(`GET ${path()}/look`)).json()
    await importAgain(true)
    const edits = await Promise.all([
      shop.owner.call(`PUT ${path()}/settings`, settingsOf(settings)),
      shop.owner.call(`PUT ${path()}/products/${shop.productId}`, {
        ...productDraft(shop.skuId),
        version: product?.version,
      }),
      shop.owner.call(`PUT ${path()}/look-draft`, { ...draft, sections: [] }),
    ])
    expect(edits.map((edit) => edit.json().code)).toEqual([
      'version-conflict',
      'version-conflict',
      'version-conflict',
    ])
  })

  it('keeps an unpublished draft of the look', async () => {
    await publish([])
    const { draft } = (await shop.owner.call(`GET ${path()}/look`)).json()
    const unpublished = { ...draft, theme: { ...draft.theme, seed: '#123456' } }
    await shop.owner.call(`PUT ${path()}/look-draft`, unpublished)
    const saved = (await shop.owner.call(`GET ${path()}/look`)).json()
    await importAgain(true)
    const after = (await shop.owner.call(`GET ${path()}/look`)).json()
    expect({ ...after.draft, version: 0 }).toEqual({ ...saved.draft, version: 0 })
    expect(after.draft.version).toBe(saved.draft.version + 1)
    expect(after.published.sections).not.toEqual([])
  })

  it('restores photos whose files were lost', async () => {
    const names = env.blobs.names()
    const photo = names.find((name) => name.endsWith('750.webp')) ?? ''
    const bytes = await env.deps.blobs.get(photo)
    await (await env.deps.blobs.quarantine(photo))?.discard()
    expect(importReport(await importAgain(true))).toMatch(/that were missing are back\.$/)
    expect(await env.deps.blobs.get(photo)).toEqual(bytes)
  })

  it('refuses to replace from a file that lacks photos', async () => {
    await changeAll()
    const files = unzipSync(zip)
    const rest = Object.entries(files).filter(([name]) => !name.endsWith('750.webp'))
    const before = await rows()
    await expect(importAgain(true, zipSync(Object.fromEntries(rest)))).rejects.toThrow(
      /lacks photos or voices of "没上架的".*Nothing was changed/,
    )
    expect(await rows()).toEqual(before)
  })

  it('changes nothing when the replacement fails part way', async () => {
    await changeAll()
    const before = await rows()
    await env.deps.db.query
      .updateTable('photo')
      .set({ hash: 'f'.repeat(32) })
      .execute()
    const changedRows = await rows()
    await expect(importAgain(true)).rejects.toThrow(/is another one here/)
    expect({ ...(await rows()), photo: before.photo }).toEqual({ ...changedRows, photo: before.photo })
  })

  it('adds a product of the file with its stock', async () => {
    await changeAll()
    const compared = await importAgain(
      true,
      withData(({ products }) => Object.assign(products[1]?.skus[0] ?? {}, { stock: 4 })),
    )
    expect(compared.differences.onlyInFile).toEqual(['没上架的'])
    const { items } = (await shop.owner.call(`GET ${path()}/products`)).json()
    expect(items.find(({ name }: { name: string }) => name === '没上架的').skus[0].stock).toBe(4)
  })
})

describe('importing an export with more products than the quota', () => {
  it('is refused entirely with an error that names the setting', async () => {
    const limited = await createTestEnvironment({
      settings: { quotas: { ...env.deps.settings.quotas, productsPerShop: 1 } },
    })
    const before = await readAllRows(limited.deps.db)
    const refusal = /QUOTA_PRODUCTS_PER_SHOP allows 1/
    await expect(importArchive(limited.deps, zip)).rejects.toThrow(refusal)
    await expect(compareOrReplace(limited.deps, zip, true)).rejects.toThrow(refusal)
    expect(await readAllRows(limited.deps.db)).toEqual(before)
    await limited.app.close()
  })
})
