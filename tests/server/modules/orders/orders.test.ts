import fc from 'fast-check'
import { dayOf } from '@/domain/day'
import { calculateTotals } from '@/domain/product/cart'
import type { OpenRequest } from '../../../../server/modules/opening/open-shop'
import { signIn } from '../../support/api-client'
import { environmentPerFile, newId } from '../../support/test-environment'
import {
  type OpenedShop,
  openShop,
  orderFor,
  placeTestOrder,
  productDraft,
  receiver,
  stockOf,
} from '../../support/test-shop'

const env = environmentPerFile()

/** Sends an order as a new buyer. */
async function order(shop: OpenedShop, changes: object = {}, quantity = 1) {
  const buyer = await signIn(env.app)
  return buyer.call(`PUT /api/shops/${shop.shopId}/orders/${newId()}`, orderFor(shop, changes, quantity))
}

test('an order is priced by the server, numbered by the shop and taken from the stock', async () => {
  const shop = await openShop(env, { stock: 10, request: { freight: { fee: 600, freeOver: 10_000 } } })
  const buyer = await signIn(env.app)
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
  expect(await stockOf(env, shop)).toBe(4)
})

test('a repeated order answers the same, other content conflicts, and no second order is made', async () => {
  const shop = await openShop(env, { stock: 10 })
  const buyer = await signIn(env.app)
  const route = `PUT /api/shops/${shop.shopId}/orders/${newId()}`
  const [a, b] = await Promise.all([buyer.call(route, orderFor(shop)), buyer.call(route, orderFor(shop))])
  expect(a.statusCode).toBe(200)
  expect(b.json()).toEqual(a.json())
  expect((await buyer.call(route, orderFor(shop, {}, 2))).json()).toMatchObject({
    status: 409,
    code: 'idempotency-conflict',
  })
  expect((await (await signIn(env.app)).call(route, orderFor(shop))).statusCode).toBe(404)
  expect(await stockOf(env, shop)).toBe(9)
  expect((await shop.owner.call(`GET /api/shops/${shop.shopId}/orders`)).json().items).toHaveLength(1)
})

test('a repeated order is answered even when the shop has sold out or closed since', async () => {
  const shop = await openShop(env, { stock: 1 })
  const buyer = await signIn(env.app)
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

describe('PUT /api/shops/:shopId/orders/:orderId', () => {
  test('replies 404 for an unknown shop', async () => {
    const shop = { ...(await openShop(env)), shopId: newId() }
    expect((await order(shop)).statusCode).toBe(404)
  })

  test('refuses an order in a closed shop until its opening day', async () => {
    const shop = await openShop(env)
    await closeShop(shop, '2026-11-26')
    expect((await order(shop)).json()).toMatchObject({
      code: 'shop-closed',
      current: { closedUntil: '2026-11-26' },
    })
    const open = await openShop(env)
    await closeShop(open, dayOf(env.deps.clock()))
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
      'a payment that does not suit the fulfilment',
      { payment: { method: 'on-pickup' } },
      'payment-unavailable',
      undefined,
    ],
    ['an online payment', { payment: { method: 'wechat' } }, 'payment-unavailable', undefined],
    ['no address', { receiver: { name: '收货人', phone: '13800000000' } }, 'bad-input', '/receiver/address'],
    ['no name', { receiver: { ...receiver, name: '' } }, 'bad-input', '/receiver/name'],
    ['no phone', { receiver: { name: '收货人', address: '城关镇一号' } }, 'bad-input', '/receiver/phone'],
  ])('refuses an order with %s', async (_, changes, code, path) => {
    const answer = (await order(await openShop(env), changes)).json()
    expect(answer.code).toBe(code)
    expect(answer.fields?.[0].path).toBe(path)
  })

  test('refuses a date in a shop without dates, and a duplicate line', async () => {
    const shop = await openShop(env)
    const line = { skuId: shop.skuId, quantity: 1 }
    const dated = await order(shop, { lines: [{ ...line, date: '2026-12-01' }] })
    expect(dated.json().fields[0].path).toBe('/lines/0/date')
    const twice = await order(shop, { lines: [line, { ...line, quantity: 2 }] }, 3)
    expect(twice.json().fields[0].path).toBe('/lines/1')
  })

  test('refuses products off sale and unknown ones, and names their sku ids', async () => {
    const shop = await openShop(env)
    const route = `PUT /api/shops/${shop.shopId}/products/${shop.productId}`
    await shop.owner.call(route, { version: 1, ...productDraft(shop.skuId), onSale: false })
    expect((await order(shop)).json()).toMatchObject({
      code: 'product-gone',
      current: { skuIds: [shop.skuId] },
    })
    const unknown = newId()
    const other = await order(shop, { lines: [{ skuId: unknown, quantity: 1 }] })
    expect(other.json().current).toEqual({ skuIds: [unknown] })
  })

  test('refuses a total that differs from the current prices, and returns the current prices', async () => {
    const shop = await openShop(env, { request: { freight: { fee: 300 } } })
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
    expect(await stockOf(env, shop)).toBe(10)
  })

  test('refuses more than the stock, returns the stock, and uses no order number', async () => {
    const shop = await openShop(env, { stock: 3 })
    expect((await order(shop, {}, 4)).json()).toMatchObject({
      status: 409,
      code: 'out-of-stock',
      current: { lines: [{ skuId: shop.skuId, stock: 3 }] },
    })
    expect((await order(shop, {}, 3)).json().number).toBe(1)
    expect(await stockOf(env, shop)).toBe(0)
  })
})

describe('an order for a date', () => {
  const inn: Partial<OpenRequest> = { trade: 'inn' }
  const night = (shop: OpenedShop, ...dates: (string | undefined)[]) => ({
    lines: dates.map((date) => ({ skuId: shop.skuId, quantity: 1, ...(date === undefined ? {} : { date }) })),
    fulfilment: { kind: 'on-site' },
    receiver: { name: '', phone: '13800000000' },
    payment: { method: 'on-pickup' },
  })

  test('takes the stock once per date for the same room on two dates', async () => {
    const shop = await openShop(env, { stock: 5, request: inn })
    const answer = await order(shop, night(shop, '2026-11-25', '2027-11-25'), 2)
    expect(answer.json().lines.map((line: { date: string }) => line.date)).toEqual([
      '2026-11-25',
      '2027-11-25',
    ])
    expect(await stockOf(env, shop)).toBe(3)
  })

  test.each([undefined, '2026-11-24', '2027-11-26', '2027-02-29'])(
    'is refused for the date %s',
    async (date) => {
      const shop = await openShop(env, { request: inn })
      const answer = await order(shop, night(shop, date))
      expect(answer.json().fields[0].path).toBe('/lines/0/date')
    },
  )
})

test('any order is accepted at the total computed by the domain and at no other', async () => {
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
        const products = [{ id: newId(), ...productDraft(), skus }]
        const shop = await openShop(env, { request: { products, freight: rule } })
        const sum = calculateTotals(lines, rule, 'local')
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

test('an order keeps its name and price when the product changes', async () => {
  const shop = await openShop(env)
  const buyer = await signIn(env.app)
  const { id } = await placeTestOrder(shop, buyer)
  const dearer = {
    ...productDraft(shop.skuId),
    name: '新名',
    skus: [{ id: shop.skuId, price: 9900, stock: 0 }],
  }
  await shop.owner.call(`PUT /api/shops/${shop.shopId}/products/${shop.productId}`, { version: 1, ...dearer })
  const view = (await buyer.call(`GET /api/shops/${shop.shopId}/orders/${id}`)).json()
  expect(view.order.lines[0]).toMatchObject({ name: '核桃', price: 2500 })
})
