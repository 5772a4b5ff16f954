import { sha256 } from '../../../server/fingerprint'
import { importArchive } from '../../../server/modules/exports/import-archive'
import { normalKey, shopKey } from '../../../server/modules/shops/key'
import { exportOf, linkOf } from '../support/exports'
import { Installations, SECRET } from '../support/installations'
import { asPerson, call, signIn } from '../support/person'
import { type OpenedShop, openShop } from '../support/shop'
import { makeWorld, newId, type World } from '../support/world'

/** Tries a key on a device without an account. */
const tryKey = async ({ app }: World, key: string) =>
  (await call(app, 'POST /api/sessions', { provider: 'key', key })).json()

/** Opens a shop under the id of another one, with the same request; answers its key. */
async function openUnder(world: World, { shopId, request }: OpenedShop): Promise<string> {
  const stranger = await signIn(world.app)
  const answer = await stranger.call(`PUT /api/shops/${shopId}`, request)
  expect(answer.statusCode).toBe(200)
  return answer.json<{ key: string }>().key
}

describe('a second installation with the same secret', () => {
  let here: Installations
  let production: World
  let copy: World
  let shop: OpenedShop
  beforeEach(async () => {
    here = new Installations()
    const spot = await here.empty()
    production = await here.trade(spot)
    shop = await openShop(production)
    const backup = await here.backUp(spot.installation)
    const drill = await here.empty()
    await here.restore(drill, backup)
    copy = await makeWorld({ place: drill.place, secret: SECRET })
  })
  afterEach(async () => {
    await production.app.close()
    await copy.app.close()
    await here.dispose()
  })

  it('answers another key for a shop that was opened after the backup', async () => {
    const later = await openShop(production)
    const key = await openUnder(copy, later)
    expect(key).not.toBe(later.key)
    expect(await tryKey(production, key)).toMatchObject({ code: 'key-wrong' })
    expect(await tryKey(production, later.key)).toMatchObject({ restored: { shopId: later.shopId } })
  })

  it('opens no shop under the id of one that the backup holds', async () => {
    const stranger = await signIn(copy.app)
    const answer = await stranger.call(`PUT /api/shops/${shop.shopId}`, shop.request)
    expect(answer.statusCode).toBe(404)
  })

  it('makes another next key for a shop that both have', async () => {
    const body = { id: newId() }
    const route = `POST /api/shops/${shop.shopId}/key`
    const next = (await shop.owner.call(route, body)).json<{ key: string }>().key
    const owner = asPerson(copy.app, shop.owner.token, shop.owner.accountId)
    const copied = (await owner.call(route, body)).json<{ key: string }>().key
    expect(copied).not.toBe(next)
    expect(await tryKey(production, copied)).toMatchObject({ code: 'key-wrong' })
  })

  it('seals no link to an export that opens in the first one', async () => {
    const later = await openShop(production)
    const owner = await signIn(copy.app)
    await owner.call(`PUT /api/shops/${later.shopId}`, later.request)
    const path = await linkOf({ ...later, owner })
    expect((await call(copy.app, `GET ${path}`)).statusCode).toBe(200)
    expect((await call(production.app, `GET ${path}`)).statusCode).toBe(404)
  })
})

describe('a key', () => {
  let world: World
  beforeEach(async () => {
    world = await makeWorld()
  })
  afterEach(() => world.app.close())

  const openAgain = async ({ owner, shopId, request }: OpenedShop) =>
    (await owner.call(`PUT /api/shops/${shopId}`, request)).json<{ key: string }>().key

  it('is the same for the same request to open a shop, also when it has ended', async () => {
    const shop = await openShop(world)
    expect(await openAgain(shop)).toBe(shop.key)
    await tryKey(world, shop.key)
    expect(await openAgain(shop)).toBe(shop.key)
    expect(await tryKey(world, shop.key)).toMatchObject({ code: 'key-used' })
  })

  it('of a shop that was opened by an earlier version works once, and is answered until then', async () => {
    const shop = await openShop(world)
    const key = shopKey(world.deps.secret, shop.shopId, 1)
    await world.deps.db.query
      .updateTable('shop_key')
      .set({ salt: '', key_hash: sha256(normalKey(key)) })
      .where('shop_id', '=', shop.shopId)
      .execute()
    expect(await openAgain(shop)).toBe(key)
    const { restored } = await tryKey(world, key)
    expect(restored).toMatchObject({ shopId: shop.shopId })
    expect(restored.key).not.toBe(shopKey(world.deps.secret, shop.shopId, 2))
    expect(await tryKey(world, key)).toMatchObject({ code: 'key-used' })
    expect(await tryKey(world, restored.key)).toMatchObject({ restored: { shopId: shop.shopId } })
  })

  it('that has ended, or worked before the shop was removed, is not revived by an import', async () => {
    const shop = await openShop(world)
    const second = (await tryKey(world, shop.key)).restored.key
    const zip = await exportOf(world, shop)
    const { query } = world.deps.db
    for (const table of ['shop', 'shop_directory', 'shop_owner', 'product', 'sku', 'photo_use'] as const)
      await query.deleteFrom(table).where('shop_id', '=', shop.shopId).execute()
    const { key } = (await importArchive(world.deps, zip)).imported
    expect([shop.key, second]).not.toContain(key)
    for (const old of [shop.key, second]) expect(await tryKey(world, old)).toMatchObject({ code: 'key-used' })
    expect(await tryKey(world, key)).toMatchObject({ restored: { shopId: shop.shopId } })
  })
})
