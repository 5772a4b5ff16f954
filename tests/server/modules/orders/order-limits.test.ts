import { type ApiClient, call, createApiClient, signIn } from '../../support/api-client'
import { createTestEnvironment, environmentPerFile, newId } from '../../support/test-environment'
import { type OpenedShop, openShop, orderFor, placeTestOrder, stockOf } from '../../support/test-shop'

const env = environmentPerFile({ settings: { rateLimits: true, trustProxy: ['loopback'] } })

const ordersOf = ({ shopId }: OpenedShop) => `/api/shops/${shopId}/orders`

/** Tries to order from an address. */
const tryOrder = (shop: OpenedShop, buyer: ApiClient, quantity = 1, id = newId(), ip = '203.0.113.1') =>
  buyer.call(`PUT ${ordersOf(shop)}/${id}`, orderFor(shop, {}, quantity), { 'x-forwarded-for': ip })

/** Returns 200, or the error code. */
const codeOf = (answer: { statusCode: number; json(): { code?: string } }) =>
  answer.statusCode === 200 ? 200 : answer.json().code

/** Signs in from a random address, so the limit of new devices does not apply. */
async function newBuyer(): Promise<ApiClient> {
  const ip = `198.51.100.${Math.floor(Math.random() * 250)}`
  const answer = await call(env.app, 'POST /api/sessions', { provider: 'device' }, { 'x-forwarded-for': ip })
  const { token, accountId } = answer.json<{ token: string; accountId: string }>()
  return createApiClient(env.app, token, accountId)
}

const step = ({ owner, ...shop }: OpenedShop, orderId: string, action: string) =>
  owner.call(`POST ${ordersOf({ owner, ...shop })}/${orderId}/steps`, { id: newId(), action })

/** Takes every step as the owner until the order is done. */
async function complete(shop: OpenedShop, orderId: string) {
  const path = `${ordersOf(shop)}/${orderId}`
  for (const action of ['accept', 'send', 'finish'])
    await shop.owner.call(`POST ${path}/steps`, { id: newId(), action })
  const { order } = (await shop.owner.call(`GET ${path}`)).json()
  expect(order.state).toBe('done')
}

describe('limit of waiting orders per account', () => {
  it('allows three waiting orders per shop, and names the phone of the shop in the error', async () => {
    const shop = await openShop(env, { stock: 999, request: { phone: '13800006021' } })
    const buyer = await newBuyer()
    for (let i = 0; i < 3; i++) expect(codeOf(await tryOrder(shop, buyer))).toBe(200)
    const fourth = await tryOrder(shop, buyer)
    expect(fourth.json()).toMatchObject({
      status: 409,
      code: 'too-many-waiting',
      current: { waiting: 3, phone: '13800006021' },
    })
    expect(await stockOf(env, shop)).toBe(996)
    const other = await openShop(env)
    expect(codeOf(await tryOrder(other, buyer))).toBe(200)
  })

  it('allows another order once a waiting order is cancelled', async () => {
    const shop = await openShop(env)
    const buyer = await newBuyer()
    const ids = [newId(), newId(), newId()]
    for (const id of ids) await tryOrder(shop, buyer, 1, id)
    await step(shop, ids[0] ?? '', 'cancel')
    expect(codeOf(await tryOrder(shop, buyer))).toBe(200)
    expect(codeOf(await tryOrder(shop, buyer))).toBe('too-many-waiting')
  })

  it('allows three of twenty orders that are sent at once', async () => {
    const shop = await openShop(env, { stock: 999 })
    const buyer = await newBuyer()
    const answers = await Promise.all(Array.from({ length: 20 }, () => tryOrder(shop, buyer)))
    expect(answers.map(codeOf).filter((code) => code === 200)).toHaveLength(3)
    expect(new Set(answers.map(codeOf))).toEqual(new Set([200, 'too-many-waiting']))
    expect(await stockOf(env, shop)).toBe(996)
  })

  it('does not apply to the retry of a placed order', async () => {
    const shop = await openShop(env)
    const buyer = await newBuyer()
    const id = newId()
    const first = await tryOrder(shop, buyer, 1, id)
    for (let i = 0; i < 2; i++) await tryOrder(shop, buyer)
    expect((await tryOrder(shop, buyer, 1, id)).json()).toEqual(first.json())
  })
})

/** Lets all buyers place an order at once, three times. */
async function inThreeRounds<B, A>(buyers: readonly B[], order: (buyer: B) => Promise<A>): Promise<A[]> {
  const answers: A[] = []
  for (let round = 0; round < 3; round++) answers.push(...(await Promise.all(buyers.map(order))))
  return answers
}

describe('limit of waiting orders per address', () => {
  it('allows three orders each of a class of thirty pupils', async () => {
    const shop = await openShop(env, { stock: 999 })
    const pupils = await Promise.all(Array.from({ length: 30 }, newBuyer))
    const answers = await inThreeRounds(pupils, (pupil) => tryOrder(shop, pupil, 1, newId(), '192.0.2.30'))
    expect(answers.map(codeOf)).toEqual(Array(90).fill(200))
  })

  it('allows a hundred orders of accounts without a completed order', async () => {
    const shop = await openShop(env, { stock: 999 })
    const buyers = await Promise.all(Array.from({ length: 40 }, newBuyer))
    const ip = '192.0.2.40'
    const answers = await inThreeRounds(buyers, (buyer) => tryOrder(shop, buyer, 1, newId(), ip))
    expect(answers.map(codeOf).filter((code) => code === 200)).toHaveLength(100)
    const late = await tryOrder(shop, await newBuyer(), 1, newId(), ip)
    expect(late.json()).toMatchObject({ status: 409, code: 'too-many-waiting', current: {} })
    expect(codeOf(await tryOrder(shop, await newBuyer(), 1, newId(), '192.0.2.41'))).toBe(200)
  })

  it('stores a keyed hash of the address only while the order waits', async () => {
    const shop = await openShop(env)
    const id = newId()
    await tryOrder(shop, await newBuyer(), 1, id, '192.0.2.55')
    const row = () =>
      env.deps.db.query.selectFrom('shop_order').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const waiting = await row()
    expect(waiting.buyer_address).toMatch(/^[\w-]{22}$/)
    expect(JSON.stringify(waiting)).not.toContain('192.0.2.55')
    await step(shop, id, 'cancel')
    expect((await row()).buyer_address).toBeNull()
  })
})

describe('the stock share of a new buyer', () => {
  it('is half of the stock, and the error names the possible quantity', async () => {
    const shop = await openShop(env, { stock: 999, request: { phone: '13800006021' } })
    const buyer = await newBuyer()
    expect((await tryOrder(shop, buyer, 999)).json()).toMatchObject({
      status: 409,
      code: 'ask-the-shop',
      current: { lines: [{ skuId: shop.skuId, most: 499 }], phone: '13800006021' },
    })
    expect(await stockOf(env, shop)).toBe(999)
    expect(codeOf(await tryOrder(shop, buyer, 499))).toBe(200)
    expect((await tryOrder(shop, buyer, 1)).json().current.lines).toEqual([{ skuId: shop.skuId, most: 0 }])
  })

  it('covers several waiting orders together, also simultaneous ones', async () => {
    const shop = await openShop(env, { stock: 100 })
    const buyer = await newBuyer()
    const answers = await Promise.all([30, 30, 30].map((quantity) => tryOrder(shop, buyer, quantity)))
    expect(answers.map(codeOf).sort()).toEqual([200, 'ask-the-shop', 'ask-the-shop'])
    expect(await stockOf(env, shop)).toBe(70)
  })

  it('does not limit a stock of ten, nor ten pieces of any stock', async () => {
    const small = await openShop(env, { stock: 10 })
    expect(codeOf(await tryOrder(small, await newBuyer(), 10))).toBe(200)
    const middling = await openShop(env, { stock: 12 })
    expect(codeOf(await tryOrder(middling, await newBuyer(), 10))).toBe(200)
  })

  it('ends with the first completed order in the shop', async () => {
    const shop = await openShop(env, { stock: 100 })
    const buyer = await newBuyer()
    const id = newId()
    await tryOrder(shop, buyer, 1, id)
    await complete(shop, id)
    expect(codeOf(await tryOrder(shop, buyer, 99))).toBe(200)
  })
})

describe('orderLimits setting', () => {
  const saveLimits = async (shop: OpenedShop, orderLimits?: object) => {
    const now = (await shop.owner.call(`GET /api/shops/${shop.shopId}`)).json().shop
    const { id, slug, trade, openedAt, ...settings } = now
    const answer = await shop.owner.call(`PUT /api/shops/${shop.shopId}/settings`, {
      ...settings,
      ...(orderLimits ? { orderLimits } : {}),
    })
    expect(answer.statusCode).toBe(200)
    return answer.json()
  }

  it('changes the number of waiting orders and switches the stock share off', async () => {
    const shop = await openShop(env, { stock: 50 })
    const saved = await saveLimits(shop, { waiting: 1 })
    expect(saved.orderLimits).toEqual({ waiting: 1 })
    expect(await saveLimits(shop)).toMatchObject({ orderLimits: { waiting: 1 } })
    const buyer = await newBuyer()
    expect(codeOf(await tryOrder(shop, buyer, 50))).toBe(200)
    expect(codeOf(await tryOrder(shop, buyer, 1))).toBe('too-many-waiting')
  })

  it('is not shown to buyers', async () => {
    const shop = await openShop(env)
    await saveLimits(shop, { waiting: 1 })
    const storefront = await call(env.app, `GET /api/storefronts/${shop.slug}`)
    expect(storefront.json().shop).not.toHaveProperty('orderLimits')
  })
})

test('order limits do not apply while RATE_LIMIT is off', async () => {
  const open = await createTestEnvironment()
  const shop = await openShop(open, { stock: 999 })
  const buyer = await signIn(open.app)
  for (let i = 0; i < 5; i++) await placeTestOrder(shop, buyer)
  await placeTestOrder(shop, buyer, {}, 900)
  await open.app.close()
})
