import { type ApiClient, call, createApiClient, signIn } from '../support/api-client'
import { environmentPerTest, newId } from '../support/test-environment'
import { openShop, placeTestOrder, stepOrder } from '../support/test-shop'

const DAY_MS = 86_400_000
/** Orders of an address in a minute, and of an account. */
const ADDRESS_ORDERS = 600
const ACCOUNT_ORDERS = 30

const env = environmentPerTest({ settings: { rateLimits: true, trustProxy: ['loopback'] } })

/** Sends an invalid order, which is counted before it is read; returns the status. */
const order = async (who: ApiClient, address = '203.0.113.1') =>
  (await who.call(`PUT /api/shops/${newId()}/orders/${newId()}`, {}, { 'x-forwarded-for': address }))
    .statusCode

const statusesOf = async (count: number, send: (i: number) => Promise<number>): Promise<Set<number>> => {
  const statuses = new Set<number>()
  for (let i = 0; i < count; i++) statuses.add(await send(i))
  return statuses
}

const forged = (i: number) => createApiClient(env.app, `forged-token-${String(i).padStart(30, '0')}`, '')
const withoutToken = async () =>
  (
    await call(
      env.app,
      `PUT /api/shops/${newId()}/orders/${newId()}`,
      {},
      { 'x-forwarded-for': '203.0.113.1' },
    )
  ).statusCode

describe('requests without a session', () => {
  it.each([
    ['no token', () => withoutToken()],
    ['forged tokens', (i: number) => order(forged(i))],
  ])(
    'are limited with %s, and never count against people at the same address who have one',
    async (_, send) => {
      const neighbour = await signIn(env.app)
      expect(await statusesOf(ADDRESS_ORDERS, send)).toEqual(new Set([401]))
      expect(await send(ADDRESS_ORDERS)).toBe(429)
      expect(await order(neighbour)).toBe(400)
    },
  )

  it('share one limit with and without forged tokens', async () => {
    await statusesOf(ADDRESS_ORDERS / 2, withoutToken)
    await statusesOf(ADDRESS_ORDERS / 2, (i) => order(forged(i)))
    expect([await withoutToken(), await order(forged(1))]).toEqual([429, 429])
    expect(await order(forged(1), '203.0.113.2')).toBe(401)
  })

  it('are counted for others’ shops, too, where a session would only get not-found', async () => {
    const owner = await signIn(env.app)
    const shop = await openShop(env)
    const path = `POST /api/shops/${shop.shopId}/key`
    const statuses: number[] = []
    for (let i = 0; i < 121; i++) statuses.push((await owner.call(path, { id: newId() })).statusCode)
    expect(statuses.slice(0, 120)).not.toContain(429)
    expect(statuses[120]).toBe(429)
  })

  it('never close a public page for people at the same address who have a session', async () => {
    const shop = await openShop(env)
    const read = (headers: Record<string, string> = {}) =>
      env.app.inject({ url: `/api/storefronts/${shop.slug}`, headers })
    for (let i = 0; i < 6000; i++) await read()
    expect((await read()).statusCode).toBe(429)
    expect((await read({ authorization: `Bearer ${'x'.repeat(43)}` })).statusCode).toBe(429)
    expect((await read({ authorization: `Bearer ${shop.owner.token}` })).statusCode).toBe(200)
  })
})

describe('accounts of one address', () => {
  /** Uses up what new accounts of an address may order in a minute. */
  const exhaustAddress = async () => {
    const strangers: ApiClient[] = []
    for (let i = 0; i < ADDRESS_ORDERS / ACCOUNT_ORDERS; i++) strangers.push(await signIn(env.app))
    for (const stranger of strangers) await statusesOf(ACCOUNT_ORDERS, () => order(stranger))
  }

  it('share a limit while they are new', async () => {
    const neighbour = await signIn(env.app)
    await exhaustAddress()
    expect([await order(neighbour), await order(neighbour, '203.0.113.2')]).toEqual([429, 400])
  })

  it('are counted by themselves with a shop of a day’s age that has an order', async () => {
    const [shop, quiet] = [await openShop(env), await openShop(env)]
    await placeTestOrder(shop, await signIn(env.app))
    env.advance(DAY_MS)
    const young = await openShop(env)
    await placeTestOrder(young, await signIn(env.app))
    await exhaustAddress()
    expect(await statusesOf(ACCOUNT_ORDERS, () => order(shop.owner))).toEqual(new Set([400]))
    expect(await order(shop.owner)).toBe(429)
    expect([await order(quiet.owner), await order(young.owner)]).toEqual([429, 429])
  })

  it('are counted by themselves once an order of theirs was completed in a shop of a day’s age', async () => {
    const shop = await openShop(env)
    env.advance(DAY_MS)
    const buyer = await signIn(env.app)
    const placed = await placeTestOrder(shop, buyer)
    for (const action of ['accept', 'send', 'finish']) await stepOrder(shop, shop.owner, placed.id, action)
    await exhaustAddress()
    expect(await order(buyer)).toBe(400)
  })
})
