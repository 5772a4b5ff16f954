import { sendUntilAnswered } from '../../../support/send-until-answered'
import { type ApiClient, call, signIn } from '../../support/api-client'
import { createDatabaseLocation, type DatabaseLocation } from '../../support/database'
import { grantWechatPay, UNUSED_WECHAT_PAY } from '../../support/payments'
import { createTestEnvironment, newId, type TestEnvironment } from '../../support/test-environment'
import {
  type OpenedShop,
  openShop,
  orderFor,
  placeTestOrder,
  productDraft,
  stockOf,
} from '../../support/test-shop'

let shared: DatabaseLocation
let first: TestEnvironment
let second: TestEnvironment
beforeAll(async () => {
  shared = await createDatabaseLocation()
  first = await createTestEnvironment({ databaseLocation: shared.location, payments: UNUSED_WECHAT_PAY })
  second = await createTestEnvironment({ databaseLocation: shared.location, payments: UNUSED_WECHAT_PAY })
})
afterAll(async () => {
  await first.app.close()
  await second.app.close()
  await shared.remove()
})

const readStorefront = (env: TestEnvironment, { slug }: OpenedShop, headers = {}) =>
  call(env.app, `GET /api/storefronts/${slug}`, undefined, headers)

describe('the storefront on a second server', () => {
  let shop: OpenedShop
  let buyer: ApiClient
  const shopRoute = (rest: string) => rest.replace(':shop', `/api/shops/${shop.shopId}`)
  const toSku = () => shopRoute(`POST :shop/skus/${shop.skuId}/stock`)
  const toProduct = (method: string) => shopRoute(`${method} :shop/products/${shop.productId}`)
  const settings = async () => {
    const { id, slug, trade, openedAt, ...current } = (await shop.owner.call(shopRoute('GET :shop'))).json()
      .shop
    return shop.owner.call(shopRoute('PUT :shop/settings'), { ...current, notice: '今天现摘' })
  }
  const look = async () => {
    const { draft } = (await shop.owner.call(shopRoute('GET :shop/look'))).json()
    const saved = await shop.owner.call(shopRoute('PUT :shop/look-draft'), { ...draft, sections: [] })
    const { version: draftVersion } = saved.json()
    return shop.owner.call(shopRoute('POST :shop/look/publish'), { id: newId(), draftVersion })
  }
  const cancelled = async () => {
    const order = await placeTestOrder(shop, buyer)
    await readStorefront(second, shop)
    return buyer.call(shopRoute(`POST :shop/orders/${order.id}/steps`), { id: newId(), action: 'cancel' })
  }
  const unpaid = async () => {
    await placeTestOrder(shop, buyer, { payment: { method: 'wechat' } }, 3)
    await readStorefront(second, shop)
    await first.runAfter(1_800_000)
  }

  beforeEach(async () => {
    shop = await openShop(first)
    await grantWechatPay(first, shop.shopId)
    buyer = await signIn(first.app)
  })

  test.each<[string, () => Promise<unknown>, boolean]>([
    ['an order', () => placeTestOrder(shop, buyer), true],
    ['a stock increase', () => shop.owner.call(toSku(), { id: newId(), delta: 5 }), true],
    ['a change of the settings', settings, true],
    ['a published look', look, true],
    [
      'a change of a product',
      () => shop.owner.call(toProduct('PUT'), { version: 1, ...productDraft(shop.skuId), name: '新核桃' }),
      true,
    ],
    ['the deletion of a product', () => shop.owner.call(toProduct('DELETE')), true],
    ['the cancellation of an order', cancelled, false],
    ['the expiry of an unpaid order', unpaid, false],
  ])('is up to date after %s on the first server', async (_, write, differs) => {
    const before = await readStorefront(second, shop)
    const between = String(before.headers.etag)
    await write()
    const after = await readStorefront(second, shop, { 'if-none-match': between })
    expect(after.statusCode).toBe(differs ? 200 : 304)
    expect((await readStorefront(second, shop)).json()).toEqual((await readStorefront(first, shop)).json())
    expect((await readStorefront(second, shop)).json().products[0]?.skus[0].stock ?? 0).toBe(
      await stockOf(first, shop).catch(() => 0),
    )
  })
})

test('two servers under load sell exactly the stock and use each order number once', async () => {
  const shop = await openShop(first, { stock: 20 })
  const buyers = await Promise.all(Array.from({ length: 60 }, () => signIn(first.app)))
  const answers = await Promise.all(
    buyers.flatMap(({ token }) => {
      const route = `PUT /api/shops/${shop.shopId}/orders/${newId()}`
      const headers = { authorization: `Bearer ${token}` }
      return [first, second].map((env) =>
        sendUntilAnswered(() => call(env.app, route, orderFor(shop), headers)),
      )
    }),
  )
  const taken = answers.filter((answer) => answer.statusCode === 200).map((answer) => answer.json())
  expect(taken).toHaveLength(40)
  expect(new Set(taken.map((order) => order.number)).size).toBe(20)
  expect(await stockOf(second, shop)).toBe(0)
  const refused = answers.filter((answer) => answer.statusCode !== 200)
  expect(new Set(refused.map((answer) => answer.json().code))).toEqual(new Set(['out-of-stock']))
})

test('a shop key used at two servers at once adds one owner', async () => {
  const shop = await openShop(first)
  const [one, two] = [await signIn(first.app), await signIn(first.app)]
  const use = (env: TestEnvironment, { token }: ApiClient) =>
    call(
      env.app,
      'POST /api/sessions',
      { provider: 'key', key: shop.key },
      { authorization: `Bearer ${token}` },
    )
  const answers = await Promise.all([use(first, one), use(second, two)])
  expect(answers.map((answer) => answer.statusCode).sort()).not.toEqual([200, 200])
  expect(answers.filter((answer) => answer.statusCode === 200)).toHaveLength(1)
})

test('the same step, edit, stock move and key request sent to two servers are each done once', async () => {
  const shop = await openShop(first)
  const order = await placeTestOrder(shop, await signIn(first.app))
  const headers = { authorization: `Bearer ${shop.owner.token}` }
  const both = (route: string, body: object) =>
    Promise.all([first, second].map((env) => call(env.app, route, body, headers)))
  const path = `/api/shops/${shop.shopId}`
  const requests: [string, object][] = [
    [`POST ${path}/skus/${shop.skuId}/stock`, { id: newId(), delta: 5 }],
    [`POST ${path}/orders/${order.id}/steps`, { id: newId(), action: 'accept' }],
    [`PUT ${path}/products/${shop.productId}`, { version: 1, ...productDraft(shop.skuId), name: '新核桃' }],
    [`POST ${path}/key`, { id: newId() }],
  ]
  for (const [route, body] of requests) {
    const [a, b] = await both(route, body)
    expect([route, a?.statusCode, b?.json()]).toEqual([route, 200, a?.json()])
  }
  expect(await stockOf(first, shop)).toBe(14)
})
