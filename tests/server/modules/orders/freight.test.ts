import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { SHOP_FILE } from '../../../../server/modules/exports/file-names'
import { importArchive } from '../../../../server/modules/exports/import-archive'
import { call, signIn } from '../../support/api-client'
import { downloadExport } from '../../support/stories/shop-exports'
import { environmentPerTest, newId } from '../../support/test-environment'
import { type OpenedShop, openShop, orderFor, placeTestOrder } from '../../support/test-shop'

const env = environmentPerTest()
const other = environmentPerTest()

const fulfilments = ['local', 'courier'] as const
const payments = ['on-delivery'] as const
const both = { fee: 300, freeOver: 9900, courier: { fee: 1200, freeOver: 20_000 } }
const open = (freight: object) =>
  openShop(env, {
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

describe('shop freight', () => {
  it('stores a courier fee and free amount beside those of local delivery', async () => {
    const shop = await open(both)
    expect(await freightNow(shop)).toEqual(both)
    const storefront = await call(env.app, `GET /api/storefronts/${shop.slug}`)
    expect(storefront.json().shop.freight).toEqual(both)
  })

  it('prices an order by its fulfilment', async () => {
    const shop = await open(both)
    const buyer = await signIn(env.app)
    const byCourier = { fulfilment: { kind: 'courier' }, seenTotal: 2500 + 1200 }
    expect(await placeTestOrder(shop, buyer, byCourier)).toMatchObject({ freight: 1200, total: 3700 })
    expect(await placeTestOrder(shop, buyer, { seenTotal: 2800 })).toMatchObject({
      freight: 300,
      total: 2800,
    })
    expect(await placeTestOrder(shop, buyer, { ...byCourier, seenTotal: 20_000 }, 8)).toMatchObject({
      freight: 0,
    })
  })

  it('rejects a courier order priced with the local fee and answers the courier rule', async () => {
    const shop = await open(both)
    const buyer = await signIn(env.app)
    const body = orderFor(shop, { fulfilment: { kind: 'courier' }, seenTotal: 2800 })
    const answer = await buyer.call(`PUT /api/shops/${shop.shopId}/orders/${newId()}`, body)
    expect(answer.json()).toMatchObject({
      code: 'price-changed',
      current: { freight: 1200, total: 3700, rule: both.courier },
    })
  })

  it('applies a single fee to both ways of delivery', async () => {
    const shop = await open({ fee: 500 })
    expect(await freightNow(shop)).toEqual({ fee: 500 })
    const buyer = await signIn(env.app)
    expect(
      await placeTestOrder(shop, buyer, { fulfilment: { kind: 'courier' }, seenTotal: 3000 }),
    ).toMatchObject({
      freight: 500,
    })
  })

  it('keeps the courier fee when an older app saves settings without one', async () => {
    const shop = await open(both)
    expect((await save(shop, 1, { fee: 400 })).statusCode).toBe(200)
    expect(await freightNow(shop)).toEqual({ fee: 400, courier: both.courier })
  })

  it('accepts a new courier fee without a free amount', async () => {
    const shop = await open(both)
    const saved = await save(shop, 1, { fee: 400, courier: { fee: 0 } })
    expect(saved.json().freight).toEqual({ fee: 400, courier: { fee: 0 } })
  })
})

describe('an exported shop’s freight', () => {
  it('keeps both fees on another installation', async () => {
    const shop = await open(both)
    const zip = await downloadExport(env, shop)
    const { imported } = await importArchive(other.deps, zip)
    const storefront = await call(other.app, `GET /api/storefronts/${imported.slug}`)
    expect(storefront.json().shop.freight).toEqual(both)
  })

  it('is one fee for both ways when the export is older than separate fees', async () => {
    const files = unzipSync(await downloadExport(env, await open(both)))
    const data = JSON.parse(strFromU8(files[SHOP_FILE] ?? new Uint8Array()))
    data.shop.freight = { fee: 500, freeOver: 9900 }
    const zip = zipSync({ ...files, [SHOP_FILE]: strToU8(JSON.stringify(data)) })
    const { imported } = await importArchive(other.deps, zip)
    const storefront = await call(other.app, `GET /api/storefronts/${imported.slug}`)
    expect(storefront.json().shop.freight).toEqual({ fee: 500, freeOver: 9900 })
  })
})
