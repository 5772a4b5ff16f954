import type { Slot } from '@/domain/order/delivery-slot'
import type { Order } from '@/domain/order/order'
import { signIn, signInPerTest } from '../../support/api-client'
import { changeTestSettings, slotRule } from '../../support/stories/offer-slots'
import { environmentPerTest, newId } from '../../support/test-environment'
import { placeTestOrder, receiver, shopPerTest } from '../../support/test-shop'

const env = environmentPerTest()
const shop = shopPerTest(env)
const buyer = signInPerTest(env)
let orderId: string
/** The clock stands at 10:00 on Wednesday, 2026-11-25. The shop has accepted an order for Thursday. */
beforeEach(async () => {
  await changeTestSettings(shop, { deliverySlots: { local: slotRule({ daysAhead: 3, places: 1 }) } })
  orderId = (await placeTestOrder(shop, buyer, { slot: thursday })).id
  await step('accept')
})

const thursday: Slot = { day: '2026-11-26', part: 'day' }
const friday: Slot = { day: '2026-11-27', part: 'day' }
const moved = { ...receiver, phone: '13900000002' }

const path = () => `/api/shops/${shop.shopId}/orders/${orderId}`
const step = (action: string) => shop.owner.call(`POST ${path()}/steps`, { id: newId(), action })
const read = async () => (await shop.owner.call(`GET ${path()}`)).json<{ order: Order }>().order
const ask = (requestId: string) =>
  buyer.call(`PUT ${path()}/change-requests/${requestId}`, { receiver: moved, slot: friday })
const withdraw = (requestId: string, who = buyer) => who.call(`DELETE ${path()}/change-requests/${requestId}`)
const answer = (requestId: string, given: 'accept' | 'decline') =>
  shop.owner.call(`POST ${path()}/change-requests/${requestId}/answers`, { answer: given })

describe('withdrawal of a change request', () => {
  it('is idempotent and prevents an answer of the shop', async () => {
    const requestId = newId()
    await ask(requestId)
    for (const _ of [1, 2])
      expect((await withdraw(requestId)).json()).toMatchObject({
        ...{ state: 'accepted', receiver, slot: thursday },
        changeRequest: { id: requestId, state: 'withdrawn', receiver: moved, slot: friday },
        history: [{ action: 'accept' }, { action: 'ask-change' }, { action: 'withdraw-change', by: 'buyer' }],
      })
    const today = await shop.owner.call(`GET /api/shops/${shop.shopId}/today`)
    expect(today.json()).not.toHaveProperty('changeRequests')
    for (const given of ['accept', 'decline'] as const)
      expect((await answer(requestId, given)).json()).toMatchObject({
        code: 'not-allowed-now',
        current: { receiver, changeRequest: { id: requestId, state: 'withdrawn' } },
      })
    expect((await step('send')).statusCode).toBe(200)
    expect((await withdraw(requestId)).json()).toMatchObject({ state: 'underway' })
  })

  it('allows another change request of the buyer', async () => {
    const [first, second] = [newId(), newId()]
    await ask(first)
    await withdraw(first)
    expect((await ask(second)).json().changeRequest).toMatchObject({ id: second, state: 'asked' })
    expect((await withdraw(first)).json()).toMatchObject({
      code: 'not-allowed-now',
      current: { changeRequest: { id: second, state: 'asked' } },
    })
    expect((await answer(second, 'accept')).json()).toMatchObject({ receiver: moved, slot: friday })
  })

  it.each([
    ['accept', 'accepted'],
    ['decline', 'declined'],
  ] as const)('is refused after the shop has answered %s', async (given, state) => {
    const requestId = newId()
    await ask(requestId)
    await answer(requestId, given)
    expect((await withdraw(requestId)).json()).toMatchObject({
      code: 'not-allowed-now',
      current: { changeRequest: { id: requestId, state } },
    })
    expect((await read()).changeRequest).toMatchObject({ state })
  })

  it('lets either the withdrawal or the acceptance succeed when both are sent at once', async () => {
    const requestId = newId()
    await ask(requestId)
    const replies = await Promise.all([withdraw(requestId), answer(requestId, 'accept')])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    const isAccepted = replies[0].statusCode === 409
    expect(await read()).toMatchObject({
      receiver: isAccepted ? moved : receiver,
      changeRequest: { state: isAccepted ? 'accepted' : 'withdrawn' },
    })
  })

  it('is refused for an order that was cancelled', async () => {
    const requestId = newId()
    await ask(requestId)
    await step('cancel')
    expect((await withdraw(requestId)).json()).toMatchObject({
      code: 'not-allowed-now',
      current: { state: 'cancelled' },
    })
  })

  it('is allowed to the buyer only', async () => {
    const requestId = newId()
    await ask(requestId)
    expect((await withdraw(requestId, shop.owner)).statusCode).toBe(409)
    expect((await withdraw(requestId, await signIn(env.app))).statusCode).toBe(404)
    expect((await withdraw(newId())).statusCode).toBe(404)
    expect((await read()).changeRequest).toMatchObject({ state: 'asked' })
  })
})
