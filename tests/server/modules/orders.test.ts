import fc from 'fast-check'
import { totals } from '@/domain/cart'
import { dayOf } from '@/domain/day'
import type { OpenRequest } from '../../../server/modules/shops/open-shop'
import { signIn } from '../support/person'
import { draftOf, type OpenedShop, openShop, orderFor, placed, receiver, stockOf } from '../support/shop'
import { makeWorld, newId, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.app.close())

/** Tries to order as a new buyer. */
async function order(shop: OpenedShop, changes: object = {}, quantity = 1) {
  const buyer = await signIn(world.app)
  return buyer.call(`PUT /api/shops/${shop.shopId}/orders/${newId()}`, orderFor(shop, changes, quantity))
}

test('an order is priced by the server, numbered by the shop and taken from the stock', async () => {
  const shop = await openShop(world, { stock: 10, request: { freight: { fee: 600, freeOver: 10_000 } } })
  const buyer = await signIn(world.app)
  const route = `PUT /api/shops/${shop.shopId}/orders/${newId()}`
  const first = (await buyer.call(route, orderFor(shop, { seenTotal: 5600, note: '早上送' }, 2))).json()
  expect(first).toMatchObject({
    number: 1,
    state: 'placed',
    payment: { method: 'on-delivery', state: 'due' },
    afterSale: 'none',
    goods: 5000,
    freight: 600,
    total: 5600,
    note: '早上送',
    receiver,
    history: [],
  })
  expect(first.lines).toEqual([
    { skuId: shop.skuId, productId: shop.productId, name: '核桃', unit: '斤', price: 2500, quantity: 2 },
  ])
  const second = (await order(shop, { seenTotal: 10_000 }, 4)).json()
  expect(second).toMatchObject({ number: 2, freight: 0, total: 10_000 })
  expect(await stockOf(world, shop)).toBe(4)
})

test('the same request again answers the same, other content is different, and nothing is doubled', async () => {
  const shop = await openShop(world, { stock: 10 })
  const buyer = await signIn(world.app)
  const route = `PUT /api/shops/${shop.shopId}/orders/${newId()}`
  const [a, b] = await Promise.all([buyer.call(route, orderFor(shop)), buyer.call(route, orderFor(shop))])
  expect(a.statusCode).toBe(200)
  expect(b.json()).toEqual(a.json())
  expect((await buyer.call(route, orderFor(shop, {}, 2))).json()).toMatchObject({
    status: 409,
    code: 'idempotency-conflict',
  })
  expect((await (await signIn(world.app)).call(route, orderFor(shop))).statusCode).toBe(404)
  expect(await stockOf(world, shop)).toBe(9)
  expect((await shop.owner.call(`GET /api/shops/${shop.shopId}/orders`)).json().items).toHaveLength(1)
})

test('a lost reply is answered again even when the shop has sold out or closed meanwhile', async () => {
  const shop = await openShop(world, { stock: 1 })
  const buyer = await signIn(world.app)
  const route = `PUT /api/shops/${shop.shopId}/orders/${newId()}`
  const first = await buyer.call(route, orderFor(shop))
  await closeShop(shop, '2026-12-01')
  expect((await buyer.call(route, orderFor(shop))).json()).toEqual(first.json())
})

async function closeShop(shop: OpenedShop, closedUntil: string) {
  const current = (await shop.owner.call(`GET /api/shops/${shop.shopId}`)).json().shop
  const { id, slug, trade, openedAt, ...settings } = current
  const answer = await shop.owner.call(`PUT /api/shops/${shop.shopId}/settings`, { ...settings, closedUntil })
  expect(answer.statusCode).toBe(200)
}

describe('refused', () => {
  test('by an unknown shop', async () => {
    const shop = { ...(await openShop(world)), shopId: newId() }
    expect((await order(shop)).statusCode).toBe(404)
  })

  test('by a closed shop, until its day has come', async () => {
    const shop = await openShop(world)
    await closeShop(shop, '2026-11-26')
    expect((await order(shop)).json()).toMatchObject({
      code: 'shop-closed',
      current: { closedUntil: '2026-11-26' },
    })
    const open = await openShop(world)
    await closeShop(open, dayOf(world.deps.clock()))
    expect((await order(open)).statusCode).toBe(200)
  })

  test.each([
    [
      'a fulfilment that is not offered',
      { fulfilment: { kind: 'courier' } },
      'bad-input',
      '/fulfilment/kind',
    ],
    [
      'a payment that does not suit it',
      { payment: { method: 'on-pickup' } },
      'payment-unavailable',
      undefined,
    ],
    ['an online payment', { payment: { method: 'wechat' } }, 'payment-unavailable', undefined],
    ['no address', { receiver: { name: '收货人', phone: '13800000000' } }, 'bad-input', '/receiver/address'],
    ['no name', { receiver: { ...receiver, name: '' } }, 'bad-input', '/receiver/name'],
    ['no phone', { receiver: { name: '收货人', address: '城关镇一号' } }, 'bad-input', '/receiver/phone'],
  ])('for %s', async (_, changes, code, path) => {
    const answer = (await order(await openShop(world), changes)).json()
    expect(answer.code).toBe(code)
    expect(answer.fields?.[0].path).toBe(path)
  })

  test('for a date where nothing happens on a day, and for the same line twice', async () => {
    const shop = await openShop(world)
    const line = { skuId: shop.skuId, quantity: 1 }
    const dated = await order(shop, { lines: [{ ...line, date: '2026-12-01' }] })
    expect(dated.json().fields[0].path).toBe('/lines/0/date')
    const twice = await order(shop, { lines: [line, { ...line, quantity: 2 }] }, 3)
    expect(twice.json().fields[0].path).toBe('/lines/1')
  })

  test('for what is no longer sold, with the skus', async () => {
    const shop = await openShop(world)
    const route = `PUT /api/shops/${shop.shopId}/products/${shop.productId}`
    await shop.owner.call(route, { version: 1, ...draftOf(shop.skuId), onSale: false })
    expect((await order(shop)).json()).toMatchObject({
      code: 'product-gone',
      current: { skuIds: [shop.skuId] },
    })
    const unknown = newId()
    const other = await order(shop, { lines: [{ skuId: unknown, quantity: 1 }] })
    expect(other.json().current).toEqual({ skuIds: [unknown] })
  })

  test('for another total than the one seen, with the prices there are', async () => {
    const shop = await openShop(world, { request: { freight: { fee: 300 } } })
    expect((await order(shop)).json()).toMatchObject({
      status: 409,
      code: 'price-changed',
      current: {
        total: 2800,
        freight: 300,
        rule: { fee: 300 },
        lines: [{ skuId: shop.skuId, price: 2500, stock: 10 }],
      },
    })
    expect(await stockOf(world, shop)).toBe(10)
  })

  test('for more than there is, with the stock, and takes no number', async () => {
    const shop = await openShop(world, { stock: 3 })
    expect((await order(shop, {}, 4)).json()).toMatchObject({
      status: 409,
      code: 'out-of-stock',
      current: { lines: [{ skuId: shop.skuId, stock: 3 }] },
    })
    expect((await order(shop, {}, 3)).json().number).toBe(1)
    expect(await stockOf(world, shop)).toBe(0)
  })
})

describe('for a day', () => {
  const inn: Partial<OpenRequest> = { trade: 'inn' }
  const night = (shop: OpenedShop, ...dates: (string | undefined)[]) => ({
    lines: dates.map((date) => ({ skuId: shop.skuId, quantity: 1, ...(date === undefined ? {} : { date }) })),
    fulfilment: { kind: 'on-site' },
    receiver: { name: '', phone: '13800000000' },
    payment: { method: 'on-pickup' },
  })

  test('the same room on two days is two lines and takes two', async () => {
    const shop = await openShop(world, { stock: 5, request: inn })
    const answer = await order(shop, night(shop, '2026-11-25', '2027-11-25'), 2)
    expect(answer.json().lines.map((line: { date: string }) => line.date)).toEqual([
      '2026-11-25',
      '2027-11-25',
    ])
    expect(await stockOf(world, shop)).toBe(3)
  })

  test.each([undefined, '2026-11-24', '2027-11-26', '2027-02-29'])('%s is refused', async (date) => {
    const shop = await openShop(world, { request: inn })
    const answer = await order(shop, night(shop, date))
    expect(answer.json().fields[0].path).toBe('/lines/0/date')
  })
})

test('any order is taken at the total that the domain computes, and at no other', async () => {
  const line = fc.record({
    price: fc.integer({ min: 1, max: 100_000 }),
    quantity: fc.integer({ min: 1, max: 5 }),
  })
  const freight = fc.record({ fee: fc.nat(2000), freeOver: fc.nat(50_000) })
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 4 }),
      freight,
      fc.integer(),
      async (lines, rule, off) => {
        const skus = lines.map(({ price }) => ({ id: newId(), price, stock: 5 }))
        const products = [{ id: newId(), ...draftOf(), skus }]
        const shop = await openShop(world, { request: { products, freight: rule } })
        const sum = totals(lines, rule, 'local')
        const wanted = lines.map(({ quantity }, i) => ({ skuId: skus[i]?.id ?? '', quantity }))
        const wrong = Math.abs(sum.total + (off || 1))
        if (wrong !== sum.total)
          expect((await order(shop, { lines: wanted, seenTotal: wrong })).json().code).toBe('price-changed')
        expect((await order(shop, { lines: wanted, seenTotal: sum.total })).json()).toMatchObject({ ...sum })
      },
    ),
    { numRuns: 15 },
  )
})

test('what an order holds does not change with the product', async () => {
  const shop = await openShop(world)
  const buyer = await signIn(world.app)
  const { id } = await placed(shop, buyer)
  const dearer = { ...draftOf(shop.skuId), name: '新名', skus: [{ id: shop.skuId, price: 9900, stock: 0 }] }
  await shop.owner.call(`PUT /api/shops/${shop.shopId}/products/${shop.productId}`, { version: 1, ...dearer })
  const seen = (await buyer.call(`GET /api/shops/${shop.shopId}/orders/${id}`)).json()
  expect(seen.order.lines[0]).toMatchObject({ name: '核桃', price: 2500 })
})
