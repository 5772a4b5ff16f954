import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { SHOP_FILE } from '../../../server/modules/exports/file-names'
import { importArchive } from '../../../server/modules/exports/import-archive'
import { exportOf } from '../support/exports'
import { call, signIn } from '../support/person'
import { type OpenedShop, openShop, orderFor, placed } from '../support/shop'
import { makeWorld, newId, type World } from '../support/world'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.app.close())

const fulfilments = ['local', 'courier'] as const
const payments = ['on-delivery'] as const
const both = { fee: 300, freeOver: 9900, courier: { fee: 1200, freeOver: 20_000 } }
const open = (freight: object) =>
  openShop(world, {
    stock: 50,
    request: { fulfilments: [...fulfilments], payments: [...payments], freight: freight as never },
  })

const freightNow = async ({ owner, shopId }: OpenedShop) =>
  (await owner.call(`GET /api/shops/${shopId}`)).json().shop.freight

const save = (shop: OpenedShop, version: number, freight: object) =>
  shop.owner.call(`PUT /api/shops/${shop.shopId}/settings`, {
    version,
    name: '核桃老店',
    fulfilments,
    payments,
    freight,
  })

describe('the freight of a shop', () => {
  it('has a fee and a free amount for courier beside those of local delivery', async () => {
    const shop = await open(both)
    expect(await freightNow(shop)).toEqual(both)
    const storefront = await call(world.app, `GET /api/storefronts/${shop.slug}`)
    expect(storefront.json().shop.freight).toEqual(both)
  })

  it('prices an order by the way it is sent', async () => {
    const shop = await open(both)
    const buyer = await signIn(world.app)
    const byCourier = { fulfilment: { kind: 'courier' }, seenTotal: 2500 + 1200 }
    expect(await placed(shop, buyer, byCourier)).toMatchObject({ freight: 1200, total: 3700 })
    expect(await placed(shop, buyer, { seenTotal: 2800 })).toMatchObject({ freight: 300, total: 2800 })
    expect(await placed(shop, buyer, { ...byCourier, seenTotal: 20_000 }, 8)).toMatchObject({ freight: 0 })
  })

  it('refuses a courier order that was seen with the fee of local delivery, and names the fee', async () => {
    const shop = await open(both)
    const buyer = await signIn(world.app)
    const body = orderFor(shop, { fulfilment: { kind: 'courier' }, seenTotal: 2800 })
    const answer = await buyer.call(`PUT /api/shops/${shop.shopId}/orders/${newId()}`, body)
    expect(answer.json()).toMatchObject({
      code: 'price-changed',
      current: { freight: 1200, total: 3700, rule: both.courier },
    })
  })

  it('is one for both ways where only one was ever given', async () => {
    const shop = await open({ fee: 500 })
    expect(await freightNow(shop)).toEqual({ fee: 500 })
    const buyer = await signIn(world.app)
    expect(await placed(shop, buyer, { fulfilment: { kind: 'courier' }, seenTotal: 3000 })).toMatchObject({
      freight: 500,
    })
  })

  it('keeps the courier fee when an older app saves settings without one', async () => {
    const shop = await open(both)
    expect((await save(shop, 1, { fee: 400 })).statusCode).toBe(200)
    expect(await freightNow(shop)).toEqual({ fee: 400, courier: both.courier })
  })

  it('takes a new courier fee, also one without a free amount', async () => {
    const shop = await open(both)
    const saved = await save(shop, 1, { fee: 400, courier: { fee: 0 } })
    expect(saved.json().freight).toEqual({ fee: 400, courier: { fee: 0 } })
  })
})

describe('an exported shop', () => {
  it('carries both fees to another installation', async () => {
    const shop = await open(both)
    const zip = await exportOf(world, shop)
    await world.app.close()
    world = await makeWorld()
    const { imported } = await importArchive(world.deps, zip)
    const storefront = await call(world.app, `GET /api/storefronts/${imported.slug}`)
    expect(storefront.json().shop.freight).toEqual(both)
  })

  it('from before the fees were separate is imported with one fee for both ways', async () => {
    const files = unzipSync(await exportOf(world, await open(both)))
    const data = JSON.parse(strFromU8(files[SHOP_FILE] ?? new Uint8Array()))
    data.shop.freight = { fee: 500, freeOver: 9900 }
    await world.app.close()
    world = await makeWorld()
    const zip = zipSync({ ...files, [SHOP_FILE]: strToU8(JSON.stringify(data)) })
    const { imported } = await importArchive(world.deps, zip)
    const storefront = await call(world.app, `GET /api/storefronts/${imported.slug}`)
    expect(storefront.json().shop.freight).toEqual({ fee: 500, freeOver: 9900 })
  })
})
