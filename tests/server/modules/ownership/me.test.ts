import { signIn } from '../../support/api-client'
import { environmentPerTest, newId } from '../../support/test-environment'
import { type OpenedShop, openShop, placeTestOrder, readToday } from '../../support/test-shop'

const env = environmentPerTest()

test('GET /api/me/shops lists own shops newest first with their number of waiting orders', async () => {
  const first = await openShop(env)
  env.advance(1000)
  const second = await openShop(env, { owner: first.owner, request: { trade: 'honey', name: '山里的蜜' } })
  await placeTestOrder(first, await signIn(env.app))
  const { items } = (await first.owner.call('GET /api/me/shops')).json()
  expect(items).toEqual([
    {
      id: second.shopId,
      slug: second.slug,
      name: '山里的蜜',
      trade: 'honey',
      waiting: 0,
      openedAt: expect.any(Number),
    },
    {
      id: first.shopId,
      slug: first.slug,
      name: '核桃小店',
      trade: 'nuts',
      waiting: 1,
      openedAt: expect.any(Number),
    },
  ])
  const page = (await first.owner.call('GET /api/me/shops?limit=1')).json()
  const rest = (await first.owner.call(`GET /api/me/shops?limit=1&cursor=${page.next}`)).json()
  expect([page.items[0].id, rest.items[0].id]).toEqual([second.shopId, first.shopId])
  expect(rest.next).toBeUndefined()
})

test('GET /api/me/orders lists own orders across shops newest first, in pages', async () => {
  const [one, two] = [
    await openShop(env),
    await openShop(env, { request: { trade: 'honey', name: '山里的蜜' } }),
  ]
  const buyer = await signIn(env.app)
  await placeTestOrder(one, buyer, {}, 2)
  env.advance(1000)
  const newest = await placeTestOrder(two, buyer)
  const { items } = (await buyer.call('GET /api/me/orders')).json()
  expect(items).toHaveLength(2)
  expect(items[0]).toEqual({
    id: newest.id,
    shopId: two.shopId,
    shopName: '山里的蜜',
    slug: two.slug,
    trade: 'honey',
    number: 1,
    state: 'placed',
    payment: 'due',
    afterSale: 'none',
    total: 2500,
    first: '核桃',
    lines: 1,
    fulfilment: 'local',
    createdAt: newest.createdAt,
  })
  const page = (await buyer.call('GET /api/me/orders?limit=1')).json()
  const rest = (await buyer.call(`GET /api/me/orders?limit=1&cursor=${page.next}`)).json()
  expect(rest.items).toEqual([items[1]])
  expect((await one.owner.call('GET /api/me/orders')).json()).toEqual({ items: [] })
})

const managedShop = async ({ owner, shopId }: OpenedShop) =>
  (await owner.call(`GET /api/shops/${shopId}`)).json<{ shop: { version: number } }>().shop

test('GET /api/shops/:shopId/today counts the skus at the low-stock line that the shop has set', async () => {
  const shop = await openShop(env, { stock: 8 })
  const lowStock = async () =>
    (await shop.owner.call(`GET /api/shops/${shop.shopId}/today`)).json<{ lowStock: number }>().lowStock
  const settings = async (change: object) => {
    const { version } = await managedShop(shop)
    const body = { name: '核桃店', fulfilments: ['local'], payments: ['on-delivery'], freight: { fee: 0 } }
    return shop.owner.call(`PUT /api/shops/${shop.shopId}/settings`, { version, ...body, ...change })
  }
  expect(await lowStock()).toBe(0)
  expect((await settings({ lowStock: 8 })).json()).toMatchObject({ lowStock: 8 })
  expect(await lowStock()).toBe(1)
  // an older app does not know the line and leaves it out
  expect((await settings({})).json()).toMatchObject({ lowStock: 8 })
  expect((await settings({ lowStock: 7 })).statusCode).toBe(200)
  expect(await lowStock()).toBe(0)
  expect((await settings({ lowStock: 1001 })).statusCode).toBe(400)
  expect((await env.app.inject(`/api/storefronts/${shop.slug}`)).json().shop).not.toHaveProperty('lowStock')
})

test('GET /api/shops/:shopId/today says how many of the low stocks are sold out', async () => {
  const shop = await openShop(env, { stock: 2 })
  const move = (delta: number) =>
    shop.owner.call(`POST /api/shops/${shop.shopId}/skus/${shop.skuId}/stock`, { id: newId(), delta })
  expect(await readToday(shop)).toMatchObject({ lowStock: 1 })
  expect(await readToday(shop)).not.toHaveProperty('soldOut')
  expect((await move(-2)).statusCode).toBe(200)
  expect(await readToday(shop)).toMatchObject({ lowStock: 1, soldOut: 1 })
  await move(10)
  expect(await readToday(shop)).toMatchObject({ lowStock: 0 })
  expect(await readToday(shop)).not.toHaveProperty('soldOut')
})

test('GET /api/shops/:shopId/today counts waiting orders, the sales of seven days and low stock', async () => {
  const shop = await openShop(env, { stock: 8 })
  const buyer = await signIn(env.app)
  const today = () => readToday(shop)
  expect(await today()).toMatchObject({ waiting: 0, accepted: 0, underway: 0, products: 1, lowStock: 0 })
  expect(await today()).not.toHaveProperty('oldestWaiting')
  const oldest = await placeTestOrder(shop, buyer, {}, 2)
  env.advance(14 * 3_600_000 - 1)
  await placeTestOrder(shop, buyer)
  env.advance(1)
  const cancelled = await placeTestOrder(shop, buyer)
  await buyer.call(`POST /api/shops/${shop.shopId}/orders/${cancelled.id}/steps`, {
    id: oldest.id,
    action: 'cancel',
  })
  const facts = await today()
  expect(facts).toMatchObject({ waiting: 2, oldestWaiting: oldest.createdAt, underway: 0, lowStock: 1 })
  expect(facts.days).toHaveLength(7)
  expect(facts.days[0].day).toBe('2026-11-20')
  expect(facts.days.slice(-2)).toEqual([
    { day: '2026-11-25', orders: 2, total: 7500 },
    { day: '2026-11-26', orders: 0, total: 0 },
  ])
  env.advance(7 * 86_400_000)
  expect((await today()).days.map((day: { orders: number }) => day.orders)).toEqual([0, 0, 0, 0, 0, 0, 0])
})
