import { sha256 } from '../../../../server/fingerprint'
import { importArchive } from '../../../../server/modules/exports/import-archive'
import { normalizeKey, shopKey } from '../../../../server/modules/shops/key'
import { call, createApiClient, signIn } from '../../support/api-client'
import { downloadExport, exportPathOf } from '../../support/stories/shop-exports'
import {
  createTestEnvironment,
  environmentPerTest,
  newId,
  type TestEnvironment,
} from '../../support/test-environment'
import { SECRET, TestInstances } from '../../support/test-instances'
import { type OpenedShop, openShop } from '../../support/test-shop'

/** Tries a key on a device without an account. */
const tryKey = async ({ app }: TestEnvironment, key: string) =>
  (await call(app, 'POST /api/sessions', { provider: 'key', key })).json()

/** Opens a shop under another shop’s id with the same request; returns its key. */
async function openUnder(env: TestEnvironment, { shopId, request }: OpenedShop): Promise<string> {
  const stranger = await signIn(env.app)
  const answer = await stranger.call(`PUT /api/shops/${shopId}`, request)
  expect(answer.statusCode).toBe(200)
  return answer.json<{ key: string }>().key
}

describe('a restored copy with the same secret', () => {
  let instances: TestInstances
  let production: TestEnvironment
  let copy: TestEnvironment
  let shop: OpenedShop
  beforeEach(async () => {
    instances = new TestInstances()
    const instance = await instances.createEmpty()
    production = await instances.openShopWithOrders(instance)
    shop = await openShop(production)
    const backup = await instances.backUp(instance.installation)
    const restored = await instances.createEmpty()
    await instances.restore(restored, backup)
    copy = await createTestEnvironment({ databaseLocation: restored.databaseLocation, secret: SECRET })
  })
  afterEach(async () => {
    await production.app.close()
    await copy.app.close()
    await instances.dispose()
  })

  it('issues a different key for a shop opened after the backup', async () => {
    const later = await openShop(production)
    const key = await openUnder(copy, later)
    expect(key).not.toBe(later.key)
    expect(await tryKey(production, key)).toMatchObject({ code: 'key-wrong' })
    expect(await tryKey(production, later.key)).toMatchObject({ restored: { shopId: later.shopId } })
  })

  it('opens no shop under an id that the backup holds', async () => {
    const stranger = await signIn(copy.app)
    const answer = await stranger.call(`PUT /api/shops/${shop.shopId}`, shop.request)
    expect(answer.statusCode).toBe(404)
  })

  it('issues a different next key for a shop that both have', async () => {
    const body = { id: newId() }
    const route = `POST /api/shops/${shop.shopId}/key`
    const next = (await shop.owner.call(route, body)).json<{ key: string }>().key
    const owner = createApiClient(copy.app, shop.owner.token, shop.owner.accountId)
    const copied = (await owner.call(route, body)).json<{ key: string }>().key
    expect(copied).not.toBe(next)
    expect(await tryKey(production, copied)).toMatchObject({ code: 'key-wrong' })
  })

  it('signs no export link that the original accepts', async () => {
    const later = await openShop(production)
    const owner = await signIn(copy.app)
    await owner.call(`PUT /api/shops/${later.shopId}`, later.request)
    const path = await exportPathOf({ ...later, owner })
    expect((await call(copy.app, `GET ${path}`)).statusCode).toBe(200)
    expect((await call(production.app, `GET ${path}`)).statusCode).toBe(404)
  })
})

describe('a shop key', () => {
  const env = environmentPerTest()

  const openAgain = async ({ owner, shopId, request }: OpenedShop) =>
    (await owner.call(`PUT /api/shops/${shopId}`, request)).json<{ key: string }>().key

  it('is the same for a repeated request to open the shop, even after it was used', async () => {
    const shop = await openShop(env)
    expect(await openAgain(shop)).toBe(shop.key)
    await tryKey(env, shop.key)
    expect(await openAgain(shop)).toBe(shop.key)
    expect(await tryKey(env, shop.key)).toMatchObject({ code: 'key-used' })
  })

  it('works once when it has no salt, and is repeated to its owner until then', async () => {
    const shop = await openShop(env)
    const key = shopKey(env.deps.secret, shop.shopId, 1)
    await env.deps.db.query
      .updateTable('shop_key')
      .set({ salt: '', key_hash: sha256(normalizeKey(key)) })
      .where('shop_id', '=', shop.shopId)
      .execute()
    expect(await openAgain(shop)).toBe(key)
    const { restored } = await tryKey(env, key)
    expect(restored).toMatchObject({ shopId: shop.shopId })
    expect(restored.key).not.toBe(shopKey(env.deps.secret, shop.shopId, 2))
    expect(await tryKey(env, key)).toMatchObject({ code: 'key-used' })
    expect(await tryKey(env, restored.key)).toMatchObject({ restored: { shopId: shop.shopId } })
  })

  it('stays used when its shop is removed and imported again', async () => {
    const shop = await openShop(env)
    const second = (await tryKey(env, shop.key)).restored.key
    const zip = await downloadExport(env, shop)
    const { query } = env.deps.db
    for (const table of ['shop', 'shop_directory', 'shop_owner', 'product', 'sku', 'photo_use'] as const)
      await query.deleteFrom(table).where('shop_id', '=', shop.shopId).execute()
    const { key } = (await importArchive(env.deps, zip)).imported
    expect([shop.key, second]).not.toContain(key)
    for (const old of [shop.key, second]) expect(await tryKey(env, old)).toMatchObject({ code: 'key-used' })
    expect(await tryKey(env, key)).toMatchObject({ restored: { shopId: shop.shopId } })
  })
})
