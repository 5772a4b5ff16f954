import { signIn } from '../support/person'
import { type OpenedShop, openShop, placed, stockOf } from '../support/shop'
import { makeWorld, newId, type World } from '../support/world'

let world: World
beforeEach(async () => {
  world = await makeWorld()
  // the recurring sweep is there from the start
  await world.app.worker.start(1_000_000)
})
afterEach(() => world.app.close())

const HOUR = 3_600_000
const TEN_MINUTES = 600_000

/** Time passes as it does for a server that is on: its work is done all the while. */
async function pass(ms: number) {
  for (let passed = 0; passed < ms; passed += TEN_MINUTES) {
    world.pass(Math.min(TEN_MINUTES, ms - passed))
    await world.app.worker.runDue()
  }
}

const seen = async ({ owner, shopId }: OpenedShop, orderId: string) =>
  (await owner.call(`GET /api/shops/${shopId}/orders/${orderId}`)).json().order

const today = async ({ owner, shopId }: OpenedShop) =>
  (await owner.call(`GET /api/shops/${shopId}/today`)).json()

async function setExpiry({ owner, shopId }: OpenedShop, expiryHours?: number) {
  const now = (await owner.call(`GET /api/shops/${shopId}`)).json().shop
  const { id, slug, trade, openedAt, ...settings } = now
  const orderLimits = { waiting: 3, ...(expiryHours === undefined ? {} : { expiryHours }) }
  await owner.call(`PUT /api/shops/${shopId}/settings`, { ...settings, orderLimits })
}

describe('a waiting order', () => {
  it('expires after 48 hours, returns its stock and says so in its history', async () => {
    const shop = await openShop(world)
    const buyer = await signIn(world.app)
    const { id, createdAt, expiresAt } = await placed(shop, buyer, {}, 2)
    expect(expiresAt).toBe(createdAt + 48 * HOUR)
    await pass(47 * HOUR)
    expect((await seen(shop, id)).state).toBe('placed')
    await pass(HOUR)
    const order = await seen(shop, id)
    expect(order).toMatchObject({
      state: 'cancelled',
      payment: { state: 'void' },
      history: [{ action: 'expire', by: 'system' }],
    })
    expect(order).not.toHaveProperty('expiresAt')
    expect(await stockOf(world, shop)).toBe(10)
  })

  it('is announced to its seller a day before, and told of afterwards', async () => {
    const shop = await openShop(world)
    const { expiresAt } = await placed(shop, await signIn(world.app))
    await pass(23 * HOUR)
    expect(await today(shop)).not.toHaveProperty('expiring')
    await pass(HOUR)
    expect(await today(shop)).toMatchObject({ expiring: { count: 1, first: expiresAt } })
    await pass(24 * HOUR)
    const after = await today(shop)
    expect(after).toMatchObject({ waiting: 0, expired: 1 })
    expect(after).not.toHaveProperty('expiring')
    await pass(49 * HOUR)
    expect(await today(shop)).not.toHaveProperty('expired')
  })

  it('does not expire once it is accepted', async () => {
    const shop = await openShop(world)
    const { id } = await placed(shop, await signIn(world.app))
    const body = { id: newId(), answer: 'accept', orderIds: [id] }
    await shop.owner.call(`POST /api/shops/${shop.shopId}/orders/answers`, body)
    const { state } = await seen(shop, id)
    await pass(50 * HOUR)
    expect(await seen(shop, id)).toMatchObject({ state })
    expect(state).not.toBe('placed')
  })

  it('expires by the setting of its shop, or never', async () => {
    const [soon, never] = [await openShop(world), await openShop(world)]
    await setExpiry(soon, 12)
    await setExpiry(never)
    const [one, other] = [
      await placed(soon, await signIn(world.app)),
      await placed(never, await signIn(world.app)),
    ]
    expect(other).not.toHaveProperty('expiresAt')
    await pass(60 * HOUR)
    expect((await seen(soon, one.id)).state).toBe('cancelled')
    expect((await seen(never, other.id)).state).toBe('placed')
  })

  it('keeps a day for its seller when the setting is shortened, and waits when expiry is switched off', async () => {
    const shop = await openShop(world)
    const { id, createdAt } = await placed(shop, await signIn(world.app))
    await pass(40 * HOUR)
    await setExpiry(shop, 24)
    expect((await seen(shop, id)).expiresAt).toBe(createdAt + 64 * HOUR)
    await setExpiry(shop)
    expect(await seen(shop, id)).not.toHaveProperty('expiresAt')
    await pass(60 * HOUR)
    expect((await seen(shop, id)).state).toBe('placed')
  })
})

describe('the sweep of expired orders', () => {
  it('leaves everything for a day after the clock was put forward', async () => {
    const shop = await openShop(world)
    const { id } = await placed(shop, await signIn(world.app))
    await world.app.worker.runDue()
    world.putClock(30 * 24 * HOUR)
    await world.app.worker.runDue()
    expect((await seen(shop, id)).state).toBe('placed')
    await pass(23 * HOUR)
    expect((await seen(shop, id)).state).toBe('placed')
    await pass(2 * HOUR)
    expect((await seen(shop, id)).state).toBe('cancelled')
  })

  it('expires nothing early where the clock was put forward and back again', async () => {
    const shop = await openShop(world)
    const { id } = await placed(shop, await signIn(world.app))
    await world.app.worker.runDue()
    world.putClock(30 * 24 * HOUR)
    await world.app.worker.runDue()
    world.putClock(-30 * 24 * HOUR)
    await pass(47 * HOUR)
    expect((await seen(shop, id)).state).toBe('placed')
    await pass(2 * HOUR)
    expect((await seen(shop, id)).state).toBe('cancelled')
  })
})
