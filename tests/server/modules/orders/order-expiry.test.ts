import { signIn } from '../../support/api-client'
import { changeTestSettings, slotRule } from '../../support/stories/offer-slots'
import { environmentPerTest, newId } from '../../support/test-environment'
import {
  type OpenedShop,
  openShop,
  orderFor,
  placeTestOrder,
  receiver,
  stepOrder,
  stockOf,
} from '../../support/test-shop'

const env = environmentPerTest()
beforeEach(async () => {
  // creates the recurring jobs; the others would be due at most steps, too
  await env.app.worker.start(1_000_000)
  await env.deps.db.query.deleteFrom('job').where('kind', '!=', 'expire-orders').execute()
})

const HOUR = 3_600_000
/** The sweep is due every ten minutes. */
const STEP = process.env.KZ_LONG === '1' ? HOUR / 6 : HOUR

/** Advances the clock step by step and runs the due jobs after each. */
async function advance(ms: number) {
  for (let passed = 0; passed < ms; passed += STEP) await env.runAfter(Math.min(STEP, ms - passed))
}

const readOrder = async ({ owner, shopId }: OpenedShop, orderId: string) =>
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
  it('expires after 48 hours, returns its stock and records the expiry in its history', async () => {
    const shop = await openShop(env)
    const buyer = await signIn(env.app)
    const { id, createdAt, expiresAt } = await placeTestOrder(shop, buyer, {}, 2)
    expect(expiresAt).toBe(createdAt + 48 * HOUR)
    await advance(47 * HOUR)
    expect((await readOrder(shop, id)).state).toBe('placed')
    await advance(HOUR)
    const order = await readOrder(shop, id)
    expect(order).toMatchObject({
      state: 'cancelled',
      payment: { state: 'void' },
      history: [{ action: 'expire', by: 'system' }],
    })
    expect(order).not.toHaveProperty('expiresAt')
    expect(await stockOf(env, shop)).toBe(10)
  })

  it('is announced to the owner a day before it expires and reported afterwards', async () => {
    const shop = await openShop(env)
    const { expiresAt } = await placeTestOrder(shop, await signIn(env.app))
    await advance(23 * HOUR)
    expect(await today(shop)).not.toHaveProperty('expiring')
    await advance(HOUR)
    expect(await today(shop)).toMatchObject({ expiring: { count: 1, first: expiresAt } })
    await advance(24 * HOUR)
    const after = await today(shop)
    expect(after).toMatchObject({ waiting: 0, expired: 1 })
    expect(after).not.toHaveProperty('expiring')
    await advance(49 * HOUR)
    expect(await today(shop)).not.toHaveProperty('expired')
  })

  it('does not expire once it is accepted', async () => {
    const shop = await openShop(env)
    const { id } = await placeTestOrder(shop, await signIn(env.app))
    const body = { id: newId(), answer: 'accept', orderIds: [id] }
    await shop.owner.call(`POST /api/shops/${shop.shopId}/orders/answers`, body)
    const { state } = await readOrder(shop, id)
    await advance(50 * HOUR)
    expect(await readOrder(shop, id)).toMatchObject({ state })
    expect(state).not.toBe('placed')
  })

  it('expires after the hours that the shop has set, or never', async () => {
    const [soon, never] = [await openShop(env), await openShop(env)]
    await setExpiry(soon, 12)
    await setExpiry(never)
    const [one, other] = [
      await placeTestOrder(soon, await signIn(env.app)),
      await placeTestOrder(never, await signIn(env.app)),
    ]
    expect(other).not.toHaveProperty('expiresAt')
    await advance(60 * HOUR)
    expect((await readOrder(soon, one.id)).state).toBe('cancelled')
    expect((await readOrder(never, other.id)).state).toBe('placed')
  })

  it('expires at least a day after the setting is shortened, and never once it is off', async () => {
    const shop = await openShop(env)
    const { id, createdAt } = await placeTestOrder(shop, await signIn(env.app))
    await advance(40 * HOUR)
    await setExpiry(shop, 24)
    expect((await readOrder(shop, id)).expiresAt).toBe(createdAt + 64 * HOUR)
    await setExpiry(shop)
    expect(await readOrder(shop, id)).not.toHaveProperty('expiresAt')
    await advance(60 * HOUR)
    expect((await readOrder(shop, id)).state).toBe('placed')
  })
})

describe('a waiting order for a day', () => {
  /** The clock shows 10:00 on Wednesday, 2026-11-25. */
  const thursday = { slot: { day: '2026-11-26', part: 'day' } } as const
  const saturday = { slot: { day: '2026-11-28', part: 'day' } } as const
  const END_OF_THURSDAY = Date.UTC(2026, 10, 26, 16)

  async function openShopWithSlots(expiryHours?: number) {
    const shop = await openShop(env)
    await setExpiry(shop, expiryHours)
    await changeTestSettings(shop, { deliverySlots: { local: slotRule({ daysAhead: 5 }) } })
    return shop
  }

  it('ends with its delivery day where orders do not expire', async () => {
    const shop = await openShopWithSlots()
    const { id, expiresAt } = await placeTestOrder(shop, await signIn(env.app), thursday)
    expect(expiresAt).toBe(END_OF_THURSDAY)
    await advance(37 * HOUR)
    expect((await readOrder(shop, id)).state).toBe('placed')
    await advance(2 * HOUR)
    expect(await readOrder(shop, id)).toMatchObject({
      ...{ state: 'cancelled', payment: { state: 'void' } },
      history: [{ action: 'expire', by: 'system' }],
    })
    expect(await stockOf(env, shop)).toBe(10)
  })

  it('ends with its delivery day or its expiry, whichever comes first', async () => {
    const shop = await openShopWithSlots(48)
    const buyer = await signIn(env.app)
    const soon = await placeTestOrder(shop, buyer, thursday)
    const later = await placeTestOrder(shop, buyer, saturday)
    expect([soon.expiresAt, later.expiresAt]).toEqual([END_OF_THURSDAY, env.deps.clock() + 48 * HOUR])
    await setExpiry(shop)
    expect((await readOrder(shop, later.id)).expiresAt).toBe(END_OF_THURSDAY + 48 * HOUR)
    await setExpiry(shop, 12)
    expect((await readOrder(shop, soon.id)).expiresAt).toBe(env.deps.clock() + 12 * HOUR)
  })

  it('ends with the other day that its buyer has chosen', async () => {
    const shop = await openShopWithSlots()
    const buyer = await signIn(env.app)
    const { id } = await placeTestOrder(shop, buyer, thursday)
    const details = { version: 0, receiver, ...saturday }
    const path = `/api/shops/${shop.shopId}/orders/${id}`
    expect((await buyer.call(`PUT ${path}/details`, details)).json().expiresAt).toBe(
      END_OF_THURSDAY + 48 * HOUR,
    )
    await buyer.call(`PUT ${path}/details`, { version: 1, receiver, ...thursday })
    expect((await readOrder(shop, id)).expiresAt).toBe(END_OF_THURSDAY)
  })

  it('waits again until its day after the shop has undone accepting it', async () => {
    const shop = await openShopWithSlots()
    const { id } = await placeTestOrder(shop, await signIn(env.app), thursday)
    const step = (action: string) => stepOrder(shop, shop.owner, id, action)
    expect((await step('accept')).json()).not.toHaveProperty('expiresAt')
    expect((await step('undo-accept')).json().expiresAt).toBe(END_OF_THURSDAY)
  })

  it('waits a day more when accepting it is undone after its day', async () => {
    const shop = await openShopWithSlots()
    const { id } = await placeTestOrder(shop, await signIn(env.app), thursday)
    const step = (action: string) => stepOrder(shop, shop.owner, id, action)
    env.advance(END_OF_THURSDAY - HOUR / 60 - env.deps.clock())
    await step('accept')
    env.advance(HOUR / 30)
    const expiresAt = env.deps.clock() + 24 * HOUR
    expect((await step('undo-accept')).json()).toMatchObject({ state: 'placed', expiresAt })
    await advance(HOUR)
    expect((await readOrder(shop, id)).state).toBe('placed')
  })

  it('ends with the day of its goods', async () => {
    const shop = await openShop(env)
    await setExpiry(shop)
    await changeTestSettings(shop, { fulfilments: ['on-site'], payments: ['on-pickup'] })
    const [line] = orderFor(shop).lines
    const order = await placeTestOrder(shop, await signIn(env.app), {
      fulfilment: { kind: 'on-site' },
      payment: { method: 'on-pickup' },
      lines: [{ ...line, date: '2026-11-26' }],
    })
    expect(order.expiresAt).toBe(END_OF_THURSDAY)
  })

  it('is reported to the owner afterwards, also when it was placed months before its day', async () => {
    const shop = await openShop(env)
    await setExpiry(shop)
    await changeTestSettings(shop, { fulfilments: ['on-site'], payments: ['on-pickup'] })
    const [line] = orderFor(shop).lines
    const { id, expiresAt } = await placeTestOrder(shop, await signIn(env.app), {
      fulfilment: { kind: 'on-site' },
      payment: { method: 'on-pickup' },
      lines: [{ ...line, date: '2027-02-01' }],
    })
    await env.runAfter((expiresAt ?? 0) - 30 * HOUR - env.deps.clock())
    await advance(32 * HOUR)
    expect((await readOrder(shop, id)).state).toBe('cancelled')
    expect((await today(shop)).expired).toBe(1)
  })
})

describe('the sweep of expired orders', () => {
  it('expires nothing for a day after the clock was put forward', async () => {
    const shop = await openShop(env)
    const { id } = await placeTestOrder(shop, await signIn(env.app))
    await env.app.worker.runDue()
    env.shiftClock(30 * 24 * HOUR)
    await env.app.worker.runDue()
    expect((await readOrder(shop, id)).state).toBe('placed')
    await advance(23 * HOUR)
    expect((await readOrder(shop, id)).state).toBe('placed')
    await advance(2 * HOUR)
    expect((await readOrder(shop, id)).state).toBe('cancelled')
  })

  it('expires nothing early when the clock was put forward and back', async () => {
    const shop = await openShop(env)
    const { id } = await placeTestOrder(shop, await signIn(env.app))
    await env.app.worker.runDue()
    env.shiftClock(30 * 24 * HOUR)
    await env.app.worker.runDue()
    env.shiftClock(-30 * 24 * HOUR)
    await advance(47 * HOUR)
    expect((await readOrder(shop, id)).state).toBe('placed')
    await advance(2 * HOUR)
    expect((await readOrder(shop, id)).state).toBe('cancelled')
  })
})
