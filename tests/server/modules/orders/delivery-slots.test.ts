import type { OfferedSlot, Slot } from '@/domain/order/delivery-slot'
import { UNTIL_REOPENED } from '@/domain/shop/shop'
import { type ApiClient, signIn } from '../../support/api-client'
import { readSpreadsheet } from '../../support/read-spreadsheet'
import { changeTestSettings, slotRule } from '../../support/stories/offer-slots'
import { environmentPerTest, newId } from '../../support/test-environment'
import { type OpenedShop, openShop, orderFor, placeTestOrder, stepOrder } from '../../support/test-shop'

const HOUR = 3_600_000

/** The clock stands at 10:00 on Wednesday, 2026-11-25. */
const env = environmentPerTest()

const thursday: Slot = { day: '2026-11-26', part: 'day' }
const friday: Slot = { day: '2026-11-27', part: 'day' }

async function openShopWithSlots(changes: Parameters<typeof slotRule>[0] = {}): Promise<OpenedShop> {
  const shop = await openShop(env, { stock: 200 })
  await changeTestSettings(shop, { deliverySlots: { local: slotRule({ daysAhead: 2, ...changes }) } })
  return shop
}

const slotsOf = async ({ shopId }: OpenedShop): Promise<{ local: OfferedSlot[] }> =>
  (await (await signIn(env.app)).call(`GET /api/shops/${shopId}/delivery-slots`)).json()

const order = (shop: OpenedShop, buyer: ApiClient, slot?: Slot) =>
  buyer.call(`PUT /api/shops/${shop.shopId}/orders/${newId()}`, orderFor(shop, slot ? { slot } : {}))

const cancel = (shop: OpenedShop, buyer: ApiClient, orderId: string) =>
  stepOrder(shop, buyer, orderId, 'cancel')

const free = (...slots: Slot[]) => slots.map((slot) => ({ ...slot, isFull: false }))

describe('deliverySlots setting', () => {
  it('is absent at first, survives a save without the field, and is removed by an empty value', async () => {
    const shop = await openShop(env)
    const { shopId, owner } = shop
    expect((await owner.call(`GET /api/shops/${shopId}`)).json().shop).not.toHaveProperty('deliverySlots')
    const deliverySlots = { pickup: slotRule({ places: 3 }) }
    expect((await changeTestSettings(shop, { deliverySlots })).deliverySlots).toEqual(deliverySlots)
    const older = await changeTestSettings(shop, { name: '核桃老店', deliverySlots: undefined })
    expect(older).toMatchObject({ name: '核桃老店', deliverySlots })
    expect(await changeTestSettings(shop, { deliverySlots: {} })).not.toHaveProperty('deliverySlots')
  })

  it('is part of the storefront', async () => {
    const { slug } = await openShopWithSlots()
    const storefront = (await (await signIn(env.app)).call(`GET /api/storefronts/${slug}`)).json()
    expect(storefront.shop.deliverySlots).toEqual({ local: slotRule({ daysAhead: 2 }) })
  })
})

describe('GET /api/shops/:shopId/delivery-slots', () => {
  it('returns nothing without slot settings, and for a delivery that is no longer offered', async () => {
    expect(await slotsOf(await openShop(env))).toEqual({})
    const shop = await openShopWithSlots()
    expect(await slotsOf(shop)).toEqual({ local: free(thursday, friday) })
    await changeTestSettings(shop, { fulfilments: ['pickup'] })
    expect(await slotsOf(shop)).toEqual({})
  })

  it('moves the offered days on at the cut-off and at midnight', async () => {
    const shop = await openShopWithSlots()
    env.advance(10 * HOUR - 1)
    expect((await slotsOf(shop)).local).toEqual(free(thursday, friday))
    env.advance(1)
    expect((await slotsOf(shop)).local).toEqual(free(friday))
    env.advance(4 * HOUR)
    expect((await slotsOf(shop)).local).toEqual(free(friday, { day: '2026-11-28', part: 'day' }))
  })
})

describe('a shop that delivers on Mondays only', () => {
  it('offers the next Monday beyond the days ahead, and takes orders for it', async () => {
    const shop = await openShopWithSlots({ weekdays: [1], places: 1 })
    const monday: Slot = { day: '2026-11-30', part: 'day' }
    expect((await slotsOf(shop)).local).toEqual(free(monday))
    await placeTestOrder(shop, await signIn(env.app), { slot: monday })
    expect((await order(shop, await signIn(env.app), monday)).json()).toMatchObject({
      code: 'slot-full',
      current: { slots: [{ ...monday, isFull: true }] },
    })
  })
})

describe('a paused shop', () => {
  const monday: Slot = { day: '2026-11-30', part: 'day' }
  const tuesday: Slot = { day: '2026-12-01', part: 'day' }
  const wednesday: Slot = { day: '2026-12-02', part: 'day' }

  it('offers days from its opening day, and none while the opening day is unknown', async () => {
    const shop = await openShopWithSlots()
    await changeTestSettings(shop, { closedUntil: monday.day })
    expect(await slotsOf(shop)).toEqual({ local: free(monday, tuesday, wednesday) })
    await changeTestSettings(shop, { closedUntil: UNTIL_REOPENED })
    expect(await slotsOf(shop)).toEqual({ local: [] })
  })

  it('refuses to move a waiting order to another day of the pause', async () => {
    const shop = await openShopWithSlots()
    const buyer = await signIn(env.app)
    const { id, receiver } = await placeTestOrder(shop, buyer, { slot: thursday })
    const change = async (version: number, body: object) =>
      (
        await buyer.call(`PUT /api/shops/${shop.shopId}/orders/${id}/details`, { version, receiver, ...body })
      ).json()
    await changeTestSettings(shop, { closedUntil: monday.day })
    expect(await change(0, { slot: friday })).toMatchObject({
      code: 'slot-gone',
      current: { slots: free(monday, tuesday, wednesday) },
    })
    expect(await change(0, { slot: thursday, note: '放门口' })).toMatchObject({ slot: thursday })
    expect(await change(1, { slot: tuesday })).toMatchObject({ slot: tuesday })
  })
})

describe('an order for a delivery slot', () => {
  it('reports hasSlots only if the shop offers slots for its fulfilment', async () => {
    const shop = await openShopWithSlots()
    const buyer = await signIn(env.app)
    const isOffered = async ({ id }: { id: string }) =>
      (await buyer.call(`GET /api/shops/${shop.shopId}/orders/${id}`)).json().shop.hasSlots
    expect(await isOffered(await placeTestOrder(shop, buyer, { slot: thursday }))).toBe(true)
    const pickup = { fulfilment: { kind: 'pickup' }, payment: { method: 'on-pickup' } }
    expect(await isOffered(await placeTestOrder(shop, buyer, pickup))).toBeUndefined()
  })

  it('stores the chosen slot and takes one of its places', async () => {
    const shop = await openShopWithSlots({ places: 1, halfDays: true })
    const buyer = await signIn(env.app)
    const slot: Slot = { day: '2026-11-26', part: 'afternoon' }
    const placed = await placeTestOrder(shop, buyer, { slot })
    expect(placed.slot).toEqual(slot)
    const view = await shop.owner.call(`GET /api/shops/${shop.shopId}/orders/${placed.id}`)
    expect(view.json().order.slot).toEqual(slot)
    const full = (await slotsOf(shop)).local.filter(({ isFull }) => isFull)
    expect(full).toEqual([{ ...slot, isFull: true }])
  })

  it('is refused for a full slot with the current slots, and accepted for another slot under the same id', async () => {
    const shop = await openShopWithSlots({ places: 1 })
    const buyer = await signIn(env.app)
    await placeTestOrder(shop, buyer, { slot: thursday })
    const route = `PUT /api/shops/${shop.shopId}/orders/${newId()}`
    const refused = await buyer.call(route, orderFor(shop, { slot: thursday }))
    expect(refused.statusCode).toBe(409)
    expect(refused.json()).toMatchObject({
      code: 'slot-full',
      current: { slots: [{ ...thursday, isFull: true }, ...free(friday)] },
    })
    const placed = await buyer.call(route, orderFor(shop, { slot: friday }))
    expect(placed.json()).toMatchObject({ state: 'placed', slot: friday })
  })

  it('is refused without a slot, for a closed slot, and for a slot that is no longer offered', async () => {
    const shop = await openShopWithSlots()
    const buyer = await signIn(env.app)
    const codeOf = async (slot?: Slot) => (await order(shop, buyer, slot)).json().code
    expect(await codeOf()).toBe('slot-gone')
    env.advance(10 * HOUR)
    expect(await codeOf(thursday)).toBe('slot-gone')
    await changeTestSettings(shop, { deliverySlots: {} })
    expect((await order(shop, buyer, friday)).json()).toMatchObject({
      code: 'slot-gone',
      current: { slots: [] },
    })
    expect((await order(shop, buyer)).statusCode).toBe(200)
  })

  it('takes one place when its request is repeated', async () => {
    const shop = await openShopWithSlots({ places: 2 })
    const buyer = await signIn(env.app)
    const route = `PUT /api/shops/${shop.shopId}/orders/${newId()}`
    for (const _ of [1, 2, 3])
      expect((await buyer.call(route, orderFor(shop, { slot: thursday }))).statusCode).toBe(200)
    expect((await order(shop, buyer, thursday)).statusCode).toBe(200)
    expect((await order(shop, buyer, thursday)).json().code).toBe('slot-full')
  })

  it('returns its place once when it is cancelled', async () => {
    const shop = await openShopWithSlots({ places: 1 })
    const buyer = await signIn(env.app)
    const { id } = await placeTestOrder(shop, buyer, { slot: thursday })
    expect((await cancel(shop, buyer, id)).statusCode).toBe(200)
    expect((await cancel(shop, buyer, id)).statusCode).toBe(409)
    expect((await slotsOf(shop)).local).toEqual(free(thursday, friday))
    await placeTestOrder(shop, buyer, { slot: thursday })
    expect((await order(shop, buyer, thursday)).json().code).toBe('slot-full')
  })

  it('returns its place when it expires', async () => {
    await env.app.worker.start(1_000_000)
    await env.deps.db.query.deleteFrom('job').where('kind', '!=', 'expire-orders').execute()
    const shop = await openShopWithSlots({ places: 1, daysAhead: 5 })
    await changeTestSettings(shop, { orderLimits: { waiting: 3, expiryHours: 24 } })
    const slot: Slot = { day: '2026-11-28', part: 'day' }
    await placeTestOrder(shop, await signIn(env.app), { slot })
    // the sweep is postponed when it starts too late
    for (let hour = 0; hour < 25; hour++) await env.runAfter(HOUR)
    expect((await slotsOf(shop)).local.filter(({ isFull }) => isFull)).toEqual([])
  })

  it('counts towards a limit of places that the shop sets later', async () => {
    const shop = await openShopWithSlots()
    const buyer = await signIn(env.app)
    await placeTestOrder(shop, buyer, { slot: thursday })
    await placeTestOrder(shop, buyer, { slot: thursday })
    await changeTestSettings(shop, { deliverySlots: { local: slotRule({ daysAhead: 2, places: 2 }) } })
    expect((await order(shop, buyer, thursday)).json().code).toBe('slot-full')
  })
})

describe('order search by delivery day', () => {
  it('finds the orders of a day in the list and the spreadsheet, and shows the buyer the slots', async () => {
    const shop = await openShopWithSlots()
    const buyer = await signIn(env.app)
    const first = await placeTestOrder(shop, buyer, { slot: thursday })
    env.advance(1000)
    await placeTestOrder(shop, buyer, { slot: friday })
    const found = await shop.owner.call(`GET /api/shops/${shop.shopId}/orders?slotDay=${thursday.day}`)
    expect(found.json().items.map(({ id }: { id: string }) => id)).toEqual([first.id])
    const route = `POST /api/shops/${shop.shopId}/orders/sheets`
    const { url } = (await shop.owner.call(route, { slotDay: thursday.day })).json<{ url: string }>()
    const file = await env.app.inject({ method: 'GET', url: new URL(url).pathname })
    const [orders = [], goods = []] = await readSpreadsheet(file.rawPayload)
    expect(orders).toHaveLength(2)
    expect(orders[1]).toEqual(expect.arrayContaining(['11月26日周四']))
    expect(goods[1]).toEqual(expect.arrayContaining(['11月26日周四', '核桃']))
    const mine = (await buyer.call('GET /api/me/orders')).json().items
    expect(mine.map(({ slot }: { slot: Slot }) => slot)).toEqual([friday, thursday])
  })
})

test('100 simultaneous buyers who each order twice get exactly 10 orders for a slot of 10 places', async () => {
  const shop = await openShopWithSlots({ places: 10 })
  const buyers = await Promise.all(Array.from({ length: 100 }, () => signIn(env.app)))
  const answers = await Promise.all(
    buyers.flatMap((buyer) => {
      const route = `PUT /api/shops/${shop.shopId}/orders/${newId()}`
      return [1, 2].map(async () => {
        for (;;) {
          const answer = await buyer.call(route, orderFor(shop, { slot: thursday }))
          if (answer.statusCode !== 503) return answer
        }
      })
    }),
  )
  const placed = answers.filter(({ statusCode }) => statusCode === 200).map((answer) => answer.json())
  expect(placed).toHaveLength(20)
  expect(new Set(placed.map(({ id }) => id)).size).toBe(10)
  const refused = answers.filter(({ statusCode }) => statusCode !== 200)
  expect(new Set(refused.map((answer) => answer.json().code))).toEqual(new Set(['slot-full']))
  const stored = await env.deps.db.query.selectFrom('slot_count').select('taken').execute()
  expect(stored).toEqual([{ taken: 10 }])
  expect(await env.deps.db.query.selectFrom('shop_order').select('id').execute()).toHaveLength(10)
  const sku = await env.deps.db.query.selectFrom('sku').select('stock').executeTakeFirstOrThrow()
  expect(sku.stock).toBe(190)
})
