import type { Slot } from '@/domain/order/delivery-slot'
import type { Order } from '@/domain/order/order'
import { type ApiClient, signIn, signInPerTest } from '../../support/api-client'
import { changeTestSettings, slotRule } from '../../support/stories/offer-slots'
import { environmentPerTest, newId } from '../../support/test-environment'
import { placeTestOrder, readToday, receiver, shopPerTest, stepOrder } from '../../support/test-shop'

const HOUR = 3_600_000

const env = environmentPerTest()
const shop = shopPerTest(env)
const buyer = signInPerTest(env)
/** The clock stands at 10:00 on Wednesday, 2026-11-25. */
beforeEach(async () => {
  await changeTestSettings(shop, { deliverySlots: { local: slotRule({ daysAhead: 3, places: 1 }) } })
})

const thursday: Slot = { day: '2026-11-26', part: 'day' }
const friday: Slot = { day: '2026-11-27', part: 'day' }
const moved = { ...receiver, phone: '13900000002', address: '城关镇二号' }

const pathOf = (orderId: string) => `/api/shops/${shop.shopId}/orders/${orderId}`
const step = (who: ApiClient, orderId: string, action: string, more?: object) =>
  stepOrder(shop, who, orderId, action, more)
const read = async (orderId: string): Promise<Order> =>
  (await shop.owner.call(`GET ${pathOf(orderId)}`)).json<{ order: Order }>().order
const change = (orderId: string, body: object, who = buyer) =>
  who.call(`PUT ${pathOf(orderId)}/details`, body)
const ask = (orderId: string, body: object, requestId = newId(), who = buyer) =>
  who.call(`PUT ${pathOf(orderId)}/change-requests/${requestId}`, body)
const answer = (orderId: string, requestId: string, given: 'accept' | 'decline', who = shop.owner) =>
  who.call(`POST ${pathOf(orderId)}/change-requests/${requestId}/answers`, { answer: given })
/** The number of orders of each day. */
const takenOf = async () =>
  Object.fromEntries(
    (
      await env.deps.db.query
        .selectFrom('slot_count')
        .select(['day', 'taken'])
        .where('shop_id', '=', shop.shopId)
        .orderBy('day')
        .execute()
    ).map(({ day, taken }) => [day, taken]),
  )

describe('changing the details of a waiting order', () => {
  it('changes receiver, note and day, leaves the price, and records the time of the change', async () => {
    const placed = await placeTestOrder(shop, buyer, { slot: thursday, note: '早上送' })
    env.advance(HOUR)
    const reply = await change(placed.id, { version: 0, receiver: moved, slot: friday })
    expect(reply.statusCode).toBe(200)
    const order = await read(placed.id)
    expect(order).toMatchObject({
      ...{ state: 'placed', total: placed.total, freight: placed.freight, receiver: moved, slot: friday },
      ...{ detailsVersion: 1, changedAt: placed.createdAt + HOUR },
      history: [{ action: 'change-details', by: 'buyer' }],
    })
    expect(order).not.toHaveProperty('note')
    expect(await takenOf()).toEqual({ [thursday.day]: 0, [friday.day]: 1 })
    const found = await shop.owner.call(`GET /api/shops/${shop.shopId}/orders?search=0002`)
    expect(found.json().items.map(({ id }: Order) => id)).toEqual([placed.id])
  })

  it('applies a repeated change once and replies version-conflict to a concurrent change', async () => {
    const { id } = await placeTestOrder(shop, buyer, { slot: thursday })
    const body = { version: 0, receiver: moved }
    for (const _ of [1, 2]) expect((await change(id, body)).json().detailsVersion).toBe(1)
    const conflict = await change(id, { version: 0, receiver })
    expect(conflict.json()).toMatchObject({ code: 'version-conflict', current: { receiver: moved } })
    expect((await change(id, { version: 1, receiver })).json()).toMatchObject({ receiver, detailsVersion: 2 })
    expect(await takenOf()).toEqual({ [thursday.day]: 1 })
  })

  it('refuses the acceptance of an order whose details have changed since the shop read them', async () => {
    const { id } = await placeTestOrder(shop, buyer, { slot: thursday })
    await change(id, { version: 0, receiver: moved, slot: friday })
    const refused = await step(shop.owner, id, 'accept', { detailsVersion: 0 })
    expect(refused.json()).toMatchObject({
      code: 'not-allowed-now',
      current: { state: 'placed', receiver: moved },
    })
    expect((await step(shop.owner, id, 'cancel', { detailsVersion: 1 })).json()).toMatchObject({
      code: 'bad-input',
    })
    expect((await step(shop.owner, id, 'accept', { detailsVersion: 1 })).json()).toMatchObject({
      state: 'accepted',
    })
  })

  it('keeps the day of the order after its cut-off, and refuses a full day or one not offered', async () => {
    const { id } = await placeTestOrder(shop, buyer, { slot: thursday })
    await placeTestOrder(shop, await signIn(env.app), { slot: friday })
    env.advance(10 * HOUR)
    expect((await change(id, { version: 0, receiver: moved, slot: thursday })).statusCode).toBe(200)
    expect((await change(id, { version: 1, receiver, slot: friday })).json().code).toBe('slot-full')
    const gone = await change(id, { version: 1, receiver, slot: { ...friday, part: 'morning' } })
    expect(gone.json()).toMatchObject({
      code: 'slot-gone',
      current: { slots: [{ ...friday, isFull: true }, {}] },
    })
    expect(await read(id)).toMatchObject({ receiver: moved, slot: thursday })
  })

  it('refuses a receiver without the address that the delivery needs', async () => {
    const { id } = await placeTestOrder(shop, buyer, { slot: thursday })
    const { address: _, ...rest } = receiver
    expect((await change(id, { version: 0, receiver: rest })).json()).toMatchObject({
      code: 'bad-input',
      fields: [{ path: '/receiver/address' }],
    })
  })

  it('is allowed to the buyer only, and only until the shop accepts the order', async () => {
    const { id } = await placeTestOrder(shop, buyer, { slot: thursday })
    expect((await change(id, { version: 0, receiver: moved }, shop.owner)).statusCode).toBe(409)
    expect((await change(id, { version: 0, receiver: moved }, await signIn(env.app))).statusCode).toBe(404)
    await step(shop.owner, id, 'accept')
    expect((await change(id, { version: 0, receiver: moved })).json().code).toBe('not-allowed-now')
    expect(await read(id)).toMatchObject({ receiver })
  })

  it('refuses more than twenty changes of one order', async () => {
    const { id } = await placeTestOrder(shop, buyer, { slot: thursday })
    for (let version = 0; version < 20; version++)
      await change(id, { version, receiver: version % 2 ? receiver : moved })
    expect((await change(id, { version: 20, receiver: moved })).json().code).toBe('too-many-steps')
  })
})

describe('change request of an accepted order', () => {
  async function acceptedOrder(): Promise<string> {
    const { id } = await placeTestOrder(shop, buyer, { slot: thursday })
    await step(shop.owner, id, 'accept')
    return id
  }

  /** An accepted order for Thursday whose buyer asks for another receiver and Friday. */
  async function askedOrder() {
    const [id, requestId] = [await acceptedOrder(), newId()]
    await ask(id, { receiver: moved, slot: friday }, requestId)
    return { id, requestId }
  }

  it('applies the requested receiver and day when the shop accepts the request', async () => {
    const id = await acceptedOrder()
    const requestId = newId()
    for (const _ of [1, 2])
      expect((await ask(id, { receiver: moved, slot: friday }, requestId)).json()).toMatchObject({
        receiver,
        slot: thursday,
        changeRequest: { id: requestId, state: 'asked', receiver: moved, slot: friday },
      })
    expect((await ask(id, { receiver }, requestId)).json().code).toBe('idempotency-conflict')
    expect((await readToday(shop)).changeRequests).toEqual({ count: 1, orderId: id })
    env.advance(HOUR)
    for (const _ of [1, 2]) expect((await answer(id, requestId, 'accept')).statusCode).toBe(200)
    expect(await read(id)).toMatchObject({
      ...{ state: 'accepted', receiver: moved, slot: friday, detailsVersion: 1 },
      changeRequest: { state: 'accepted' },
      history: [{ action: 'accept' }, { action: 'ask-change' }, { action: 'accept-change', by: 'owner' }],
    })
    expect(await takenOf()).toEqual({ [thursday.day]: 0, [friday.day]: 1 })
    expect((await answer(id, requestId, 'decline')).statusCode).toBe(409)
    expect(await readToday(shop)).not.toHaveProperty('changeRequests')
  })

  it('changes nothing when the shop declines it, and can be followed by another request', async () => {
    const id = await acceptedOrder()
    const requestId = newId()
    await ask(id, { receiver: moved }, requestId)
    expect((await ask(id, { receiver: moved })).json().code).toBe('not-allowed-now')
    await answer(id, requestId, 'decline')
    expect(await read(id)).toMatchObject({ receiver, changeRequest: { state: 'declined' } })
    expect(await read(id)).not.toHaveProperty('changedAt')
    const again = newId()
    expect((await ask(id, { receiver: moved }, again)).json().changeRequest).toMatchObject({ id: again })
    expect((await answer(id, requestId, 'accept')).statusCode).toBe(404)
  })

  it('is not accepted when the requested day has become full', async () => {
    const { id, requestId } = await askedOrder()
    await placeTestOrder(shop, await signIn(env.app), { slot: friday })
    expect((await answer(id, requestId, 'accept')).json().code).toBe('slot-full')
    expect(await read(id)).toMatchObject({ receiver, slot: thursday, changeRequest: { state: 'asked' } })
    expect((await answer(id, requestId, 'decline')).statusCode).toBe(200)
  })

  it('is still accepted after the cut-off of the requested day', async () => {
    const { id, requestId } = await askedOrder()
    // Thursday, an hour after the cut-off
    env.advance(35 * HOUR)
    expect((await ask(id, { receiver: moved, slot: friday })).json().code).toBe('not-allowed-now')
    expect((await answer(id, requestId, 'accept')).json()).toMatchObject({ receiver: moved, slot: friday })
    expect(await takenOf()).toEqual({ [thursday.day]: 0, [friday.day]: 1 })
    expect((await ask(id, { receiver: moved, slot: thursday })).json().code).toBe('slot-gone')
  })

  it('is not accepted for a day that is over', async () => {
    const { id, requestId } = await askedOrder()
    // the first moment of Saturday
    env.advance(62 * HOUR)
    expect((await answer(id, requestId, 'accept')).json().code).toBe('slot-gone')
    expect(await read(id)).toMatchObject({ slot: thursday, changeRequest: { state: 'asked' } })
    expect((await answer(id, requestId, 'decline')).statusCode).toBe(200)
  })

  it('is accepted with its day counted after the shop stopped offering days', async () => {
    const { id, requestId } = await askedOrder()
    await changeTestSettings(shop, { deliverySlots: {} })
    expect((await answer(id, requestId, 'accept')).json()).toMatchObject({ slot: friday })
    expect(await takenOf()).toEqual({ [thursday.day]: 0, [friday.day]: 1 })
  })

  it('is refused before the acceptance and after the sending of the order', async () => {
    const waiting = await placeTestOrder(shop, buyer, { slot: friday })
    expect((await ask(waiting.id, { receiver: moved })).json().code).toBe('not-allowed-now')
    const id = await acceptedOrder()
    await step(shop.owner, id, 'send')
    expect((await ask(id, { receiver: moved })).json().code).toBe('not-allowed-now')
  })

  it('is declined when the shop sends the unchanged order', async () => {
    const { id, requestId } = await askedOrder()
    env.advance(HOUR)
    const sending = { id: newId(), action: 'send', declines: requestId }
    for (const _ of [1, 2])
      expect((await shop.owner.call(`POST ${pathOf(id)}/steps`, sending)).statusCode).toBe(200)
    expect(await read(id)).toMatchObject({
      ...{ state: 'underway', receiver, slot: thursday },
      changeRequest: { id: requestId, state: 'declined', receiver: moved },
      history: [
        { action: 'accept' },
        { action: 'ask-change' },
        { action: 'decline-change', by: 'owner' },
        { action: 'send', by: 'owner' },
      ],
    })
    const seen = (await buyer.call(`GET ${pathOf(id)}`)).json<{ order: Order }>().order
    expect(seen.changeRequest).toMatchObject({ id: requestId, state: 'declined' })
    expect(await readToday(shop)).not.toHaveProperty('changeRequests')
    expect((await answer(id, requestId, 'accept')).json().code).toBe('not-allowed-now')
    expect(await takenOf()).toEqual({ [thursday.day]: 1 })
  })

  it('blocks the sending of the order unless the shop has answered or declines this request', async () => {
    const id = await acceptedOrder()
    const requestId = newId()
    await ask(id, { receiver: moved }, requestId)
    for (const more of [{}, { declines: newId() }])
      expect((await step(shop.owner, id, 'send', more)).json()).toMatchObject({
        code: 'not-allowed-now',
        current: { state: 'accepted', changeRequest: { id: requestId, state: 'asked' } },
      })
    await answer(id, requestId, 'accept')
    const late = await step(shop.owner, id, 'send', { declines: requestId })
    expect(late.json()).toMatchObject({ code: 'not-allowed-now', current: { receiver: moved } })
    expect((await step(shop.owner, id, 'send')).statusCode).toBe(200)
    const finished = await step(shop.owner, id, 'finish', { declines: requestId })
    expect(finished.json()).toMatchObject({ code: 'bad-input', fields: [{ path: '/declines' }] })
  })

  it('can be made by the buyer only and answered by the shop only', async () => {
    const id = await acceptedOrder()
    const requestId = newId()
    expect((await ask(id, { receiver: moved }, requestId, shop.owner)).statusCode).toBe(409)
    await ask(id, { receiver: moved }, requestId)
    expect((await answer(id, requestId, 'accept', buyer)).statusCode).toBe(404)
  })
})
