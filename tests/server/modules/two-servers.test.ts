import { type TestPlace, testPlace } from '../support/database'
import { call, type Person, signIn } from '../support/person'
import { draftOf, type OpenedShop, openShop, orderFor, placed, stockOf } from '../support/shop'
import { makeWorld, newId, type World } from '../support/world'

let shared: TestPlace
let here: World
let there: World
beforeAll(async () => {
  shared = await testPlace()
  here = await makeWorld({ place: shared.place, online: ['wechat'] })
  there = await makeWorld({ place: shared.place, online: ['wechat'] })
})
afterAll(async () => {
  await here.app.close()
  await there.app.close()
  await shared.remove()
})

const seen = (world: World, { slug }: OpenedShop, headers = {}) =>
  call(world.app, `GET /api/storefronts/${slug}`, undefined, headers)

describe('what one server wrote, the other shows at once', () => {
  let shop: OpenedShop
  let buyer: Person
  const shopRoute = (rest: string) => rest.replace(':shop', `/api/shops/${shop.shopId}`)
  const toSku = () => shopRoute(`POST :shop/skus/${shop.skuId}/stock`)
  const toProduct = (method: string) => shopRoute(`${method} :shop/products/${shop.productId}`)
  const settings = async () => {
    const { id, slug, trade, openedAt, ...kept } = (await shop.owner.call(shopRoute('GET :shop'))).json().shop
    return shop.owner.call(shopRoute('PUT :shop/settings'), { ...kept, notice: '今天现摘' })
  }
  const look = async () => {
    const { draft } = (await shop.owner.call(shopRoute('GET :shop/look'))).json()
    const saved = await shop.owner.call(shopRoute('PUT :shop/look-draft'), { ...draft, sections: [] })
    const { version: draftVersion } = saved.json()
    return shop.owner.call(shopRoute('POST :shop/look/publish'), { id: newId(), draftVersion })
  }
  const cancelled = async () => {
    const order = await placed(shop, buyer)
    await seen(there, shop)
    return buyer.call(shopRoute(`POST :shop/orders/${order.id}/steps`), { id: newId(), action: 'cancel' })
  }
  const unpaid = async () => {
    await placed(shop, buyer, { payment: { method: 'wechat' } }, 3)
    await seen(there, shop)
    here.pass(1_800_000)
    await here.app.worker.runDue()
  }

  beforeEach(async () => {
    shop = await openShop(here, { request: { payments: ['wechat', 'on-delivery', 'on-pickup'] } })
    buyer = await signIn(here.app)
  })

  test.each<[string, () => Promise<unknown>, boolean]>([
    ['an order', () => placed(shop, buyer), true],
    ['more stock', () => shop.owner.call(toSku(), { id: newId(), delta: 5 }), true],
    ['settings', settings, true],
    ['a look', look, true],
    [
      'a product',
      () => shop.owner.call(toProduct('PUT'), { version: 1, ...draftOf(shop.skuId), name: '新核桃' }),
      true,
    ],
    ['a product less', () => shop.owner.call(toProduct('DELETE')), true],
    ['a cancelled order', cancelled, false],
    ['an order that nobody paid', unpaid, false],
  ])('%s', async (_, write, differs) => {
    const before = await seen(there, shop)
    const between = String(before.headers.etag)
    await write()
    const after = await seen(there, shop, { 'if-none-match': between })
    expect(after.statusCode).toBe(differs ? 200 : 304)
    expect((await seen(there, shop)).json()).toEqual((await seen(here, shop)).json())
    expect((await seen(there, shop)).json().products[0]?.skus[0].stock ?? 0).toBe(
      await stockOf(here, shop).catch(() => 0),
    )
  })
})

test('under load from both, exactly the stock is sold, and every number is there once', async () => {
  const shop = await openShop(here, { stock: 20 })
  const buyers = await Promise.all(Array.from({ length: 60 }, () => signIn(here.app)))
  const answers = await Promise.all(
    buyers.flatMap(({ token }) => {
      const route = `PUT /api/shops/${shop.shopId}/orders/${newId()}`
      const headers = { authorization: `Bearer ${token}` }
      return [here, there].map((world) => call(world.app, route, orderFor(shop), headers))
    }),
  )
  const taken = answers.filter((answer) => answer.statusCode === 200).map((answer) => answer.json())
  expect(taken).toHaveLength(40)
  expect(new Set(taken.map((order) => order.number)).size).toBe(20)
  expect(await stockOf(there, shop)).toBe(0)
  const refused = answers.filter((answer) => answer.statusCode !== 200)
  expect(new Set(refused.map((answer) => answer.json().code))).toEqual(new Set(['out-of-stock']))
})

test('the same key used at both at once makes one owner', async () => {
  const shop = await openShop(here)
  const [one, two] = [await signIn(here.app), await signIn(here.app)]
  const use = (world: World, { token }: Person) =>
    call(
      world.app,
      'POST /api/sessions',
      { provider: 'key', key: shop.key },
      { authorization: `Bearer ${token}` },
    )
  const answers = await Promise.all([use(here, one), use(there, two)])
  expect(answers.map((answer) => answer.statusCode).sort()).not.toEqual([200, 200])
  expect(answers.filter((answer) => answer.statusCode === 200)).toHaveLength(1)
})

test('the same step, edit and stock move sent to both at once are each done once', async () => {
  const shop = await openShop(here)
  const order = await placed(shop, await signIn(here.app))
  const headers = { authorization: `Bearer ${shop.owner.token}` }
  const both = (route: string, body: object) =>
    Promise.all([here, there].map((world) => call(world.app, route, body, headers)))
  const path = `/api/shops/${shop.shopId}`
  const asked: [string, object][] = [
    [`POST ${path}/skus/${shop.skuId}/stock`, { id: newId(), delta: 5 }],
    [`POST ${path}/orders/${order.id}/steps`, { id: newId(), action: 'accept' }],
    [`PUT ${path}/products/${shop.productId}`, { version: 1, ...draftOf(shop.skuId), name: '新核桃' }],
    [`POST ${path}/key`, { id: newId() }],
  ]
  for (const [route, body] of asked) {
    const [a, b] = await both(route, body)
    expect([route, a?.statusCode, b?.json()]).toEqual([route, 200, a?.json()])
  }
  expect(await stockOf(here, shop)).toBe(14)
})
