import { asPerson, call, type Person, signIn } from '../support/person'
import { type OpenedShop, openShop, orderFor, placed, stockOf } from '../support/shop'
import { makeWorld, newId, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld({ settings: { rateLimits: true, trustProxy: ['loopback'] } })
})
afterAll(() => world.app.close())

const ordersOf = ({ shopId }: OpenedShop) => `/api/shops/${shopId}/orders`

/** Tries to order from an address. */
const tryOrder = (shop: OpenedShop, buyer: Person, quantity = 1, id = newId(), ip = '203.0.113.1') =>
  buyer.call(`PUT ${ordersOf(shop)}/${id}`, orderFor(shop, {}, quantity), { 'x-forwarded-for': ip })

/** The status, or the code of the refusal. */
const codeOf = (answer: { statusCode: number; json(): { code?: string } }) =>
  answer.statusCode === 200 ? 200 : answer.json().code

/** A new account that did not come by way of the limit on new devices. */
async function newBuyer(): Promise<Person> {
  const ip = `198.51.100.${Math.floor(Math.random() * 250)}`
  const answer = await call(
    world.app,
    'POST /api/sessions',
    { provider: 'device' },
    { 'x-forwarded-for': ip },
  )
  const { token, accountId } = answer.json<{ token: string; accountId: string }>()
  return asPerson(world.app, token, accountId)
}

const step = ({ owner, ...shop }: OpenedShop, orderId: string, action: string) =>
  owner.call(`POST ${ordersOf({ owner, ...shop })}/${orderId}/steps`, { id: newId(), action })

/** The owner takes an order to its end, by whatever comes first. */
async function complete(shop: OpenedShop, orderId: string) {
  const path = `${ordersOf(shop)}/${orderId}`
  for (const action of ['accept', 'send', 'finish'])
    await shop.owner.call(`POST ${path}/steps`, { id: newId(), action })
  const { order } = (await shop.owner.call(`GET ${path}`)).json()
  expect(order.state).toBe('done')
}

describe('waiting orders of one account', () => {
  it('are at most three in a shop, and the fourth is refused with the phone of the shop', async () => {
    const shop = await openShop(world, { stock: 999, request: { phone: '13800006021' } })
    const buyer = await newBuyer()
    for (let i = 0; i < 3; i++) expect(codeOf(await tryOrder(shop, buyer))).toBe(200)
    const fourth = await tryOrder(shop, buyer)
    expect(fourth.json()).toMatchObject({
      status: 409,
      code: 'too-many-waiting',
      current: { waiting: 3, phone: '13800006021' },
    })
    expect(await stockOf(world, shop)).toBe(996)
    const other = await openShop(world)
    expect(codeOf(await tryOrder(other, buyer))).toBe(200)
  })

  it('make room for another once one is answered or cancelled', async () => {
    const shop = await openShop(world)
    const buyer = await newBuyer()
    const ids = [newId(), newId(), newId()]
    for (const id of ids) await tryOrder(shop, buyer, 1, id)
    await step(shop, ids[0] ?? '', 'cancel')
    expect(codeOf(await tryOrder(shop, buyer))).toBe(200)
    expect(codeOf(await tryOrder(shop, buyer))).toBe('too-many-waiting')
  })

  it('stay at most three when twenty are sent at once', async () => {
    const shop = await openShop(world, { stock: 999 })
    const buyer = await newBuyer()
    const answers = await Promise.all(Array.from({ length: 20 }, () => tryOrder(shop, buyer)))
    expect(answers.map(codeOf).filter((code) => code === 200)).toHaveLength(3)
    expect(new Set(answers.map(codeOf))).toEqual(new Set([200, 'too-many-waiting']))
    expect(await stockOf(world, shop)).toBe(996)
  })

  it('are answered the same when a placed one is sent again', async () => {
    const shop = await openShop(world)
    const buyer = await newBuyer()
    const id = newId()
    const first = await tryOrder(shop, buyer, 1, id)
    for (let i = 0; i < 2; i++) await tryOrder(shop, buyer)
    expect((await tryOrder(shop, buyer, 1, id)).json()).toEqual(first.json())
  })
})

/** All place an order at once, three times over. */
async function inThreeRounds<B, A>(buyers: readonly B[], order: (buyer: B) => Promise<A>): Promise<A[]> {
  const answers: A[] = []
  for (let round = 0; round < 3; round++) answers.push(...(await Promise.all(buyers.map(order))))
  return answers
}

describe('waiting orders from one address', () => {
  it('of a class of thirty with three each are all taken', async () => {
    const shop = await openShop(world, { stock: 999 })
    const pupils = await Promise.all(Array.from({ length: 30 }, newBuyer))
    const answers = await inThreeRounds(pupils, (pupil) => tryOrder(shop, pupil, 1, newId(), '192.0.2.30'))
    expect(answers.map(codeOf)).toEqual(Array(90).fill(200))
  })

  it('are at most a hundred of accounts that never completed an order', async () => {
    const shop = await openShop(world, { stock: 999 })
    const buyers = await Promise.all(Array.from({ length: 40 }, newBuyer))
    const ip = '192.0.2.40'
    const answers = await inThreeRounds(buyers, (buyer) => tryOrder(shop, buyer, 1, newId(), ip))
    expect(answers.map(codeOf).filter((code) => code === 200)).toHaveLength(100)
    const late = await tryOrder(shop, await newBuyer(), 1, newId(), ip)
    expect(late.json()).toMatchObject({ status: 409, code: 'too-many-waiting', current: {} })
    expect(codeOf(await tryOrder(shop, await newBuyer(), 1, newId(), '192.0.2.41'))).toBe(200)
    const known = await newBuyer()
    const elsewhere = await openShop(world)
    const bought = newId()
    await tryOrder(elsewhere, known, 1, bought)
    await complete(elsewhere, bought)
    expect(codeOf(await tryOrder(shop, known, 1, newId(), ip))).toBe(200)
  })

  it('keep a keyed hash of the address, only while they wait', async () => {
    const shop = await openShop(world)
    const id = newId()
    await tryOrder(shop, await newBuyer(), 1, id, '192.0.2.55')
    const row = () =>
      world.deps.db.query.selectFrom('shop_order').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const waiting = await row()
    expect(waiting.buyer_address).toMatch(/^[\w-]{22}$/)
    expect(JSON.stringify(waiting)).not.toContain('192.0.2.55')
    await step(shop, id, 'cancel')
    expect((await row()).buyer_address).toBeNull()
  })
})

describe('the share of a new buyer', () => {
  it('is half of what is there, with the amount that is possible', async () => {
    const shop = await openShop(world, { stock: 999, request: { phone: '13800006021' } })
    const buyer = await newBuyer()
    expect((await tryOrder(shop, buyer, 999)).json()).toMatchObject({
      status: 409,
      code: 'ask-the-shop',
      current: { lines: [{ skuId: shop.skuId, most: 499 }], phone: '13800006021' },
    })
    expect(await stockOf(world, shop)).toBe(999)
    expect(codeOf(await tryOrder(shop, buyer, 499))).toBe(200)
    expect((await tryOrder(shop, buyer, 1)).json().current.lines).toEqual([{ skuId: shop.skuId, most: 0 }])
  })

  it('holds for several waiting orders together, also when they are sent at once', async () => {
    const shop = await openShop(world, { stock: 100 })
    const buyer = await newBuyer()
    const answers = await Promise.all([30, 30, 30].map((quantity) => tryOrder(shop, buyer, quantity)))
    expect(answers.map(codeOf).sort()).toEqual([200, 'ask-the-shop', 'ask-the-shop'])
    expect(await stockOf(world, shop)).toBe(70)
  })

  it('does not limit a stock of ten, nor ten of any stock', async () => {
    const small = await openShop(world, { stock: 10 })
    expect(codeOf(await tryOrder(small, await newBuyer(), 10))).toBe(200)
    const middling = await openShop(world, { stock: 12 })
    expect(codeOf(await tryOrder(middling, await newBuyer(), 10))).toBe(200)
  })

  it('ends with the first completed order in the shop', async () => {
    const shop = await openShop(world, { stock: 100 })
    const buyer = await newBuyer()
    const id = newId()
    await tryOrder(shop, buyer, 1, id)
    await complete(shop, id)
    expect(codeOf(await tryOrder(shop, buyer, 99))).toBe(200)
  })
})

describe('the settings of a shop', () => {
  const settle = async (shop: OpenedShop, orderLimits?: object) => {
    const now = (await shop.owner.call(`GET /api/shops/${shop.shopId}`)).json().shop
    const { id, slug, trade, openedAt, ...settings } = now
    const answer = await shop.owner.call(`PUT /api/shops/${shop.shopId}/settings`, {
      ...settings,
      ...(orderLimits ? { orderLimits } : {}),
    })
    expect(answer.statusCode).toBe(200)
    return answer.json()
  }

  it('change how many orders wait and switch the share off', async () => {
    const shop = await openShop(world, { stock: 50 })
    const saved = await settle(shop, { waiting: 1 })
    expect(saved.orderLimits).toEqual({ waiting: 1 })
    expect(await settle(shop)).toMatchObject({ orderLimits: { waiting: 1 } })
    const buyer = await newBuyer()
    expect(codeOf(await tryOrder(shop, buyer, 50))).toBe(200)
    expect(codeOf(await tryOrder(shop, buyer, 1))).toBe('too-many-waiting')
  })

  it('are not shown to buyers', async () => {
    const shop = await openShop(world)
    await settle(shop, { waiting: 1 })
    const storefront = await call(world.app, `GET /api/storefronts/${shop.slug}`)
    expect(storefront.json().shop).not.toHaveProperty('orderLimits')
  })
})

it('limits nobody while RATE_LIMIT is off', async () => {
  const open = await makeWorld()
  const shop = await openShop(open, { stock: 999 })
  const buyer = await signIn(open.app)
  for (let i = 0; i < 5; i++) await placed(shop, buyer)
  await placed(shop, buyer, {}, 900)
  await open.app.close()
})
