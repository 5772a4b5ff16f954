import { failures } from '@/domain/failure'
import type { Order } from '@/domain/order/order'
import { laterCodes } from '../../../server/http/released-clients/failure-codes'
import { type ApiClient, signInPerTest } from '../support/api-client'
import { changeTestSettings, slotRule } from '../support/stories/offer-slots'
import { environmentPerTest, newId } from '../support/test-environment'
import { orderFor, placeTestOrder, shopPerTest } from '../support/test-shop'
import { readRecording } from './replay'

/** What the apps of the first release send. */
const FIRST = { accept: 'application/json, text/plain, */*' }

const env = environmentPerTest()
const shop = shopPerTest(env)
const buyer = signInPerTest(env)

const stepsOf = ({ id }: Pick<Order, 'id'>) => `POST /api/shops/${shop.shopId}/orders/${id}/steps`

const step = async (by: ApiClient, order: Pick<Order, 'id'>, action: string, headers = {}) =>
  (await by.call(stepsOf(order), { id: newId(), action }, headers)).json<Order>()

describe('the first release beside newer apps', () => {
  it('reads an order that a newer app has accepted as placed, and sends it', async () => {
    const order = await placeTestOrder(shop, buyer)
    await step(shop.owner, order, 'accept')
    const read = await shop.owner.call(`GET /api/shops/${shop.shopId}/orders?state=placed`, undefined, FIRST)
    expect(read.json()).toMatchObject({ items: [{ id: order.id, state: 'placed', history: [] }] })
    const today = await shop.owner.call(`GET /api/shops/${shop.shopId}/today`, undefined, FIRST)
    expect(today.json()).toMatchObject({ waiting: 1 })
    expect(await step(shop.owner, order, 'send', FIRST)).toMatchObject({ state: 'underway' })
  })

  it('asks for the cancellation of an accepted order when its buyer cancels', async () => {
    const order = await placeTestOrder(shop, buyer)
    await step(shop.owner, order, 'accept')
    expect(await step(buyer, order, 'cancel', FIRST)).toMatchObject({ state: 'placed', afterSale: 'asked' })
    const read = await shop.owner.call(`GET /api/shops/${shop.shopId}/orders/${order.id}`)
    expect(read.json()).toMatchObject({ order: { state: 'accepted', afterSale: 'cancel-asked' } })
    expect(await step(shop.owner, order, 'agree', FIRST)).toMatchObject({ state: 'cancelled' })
  })

  it('orders for the next free day where a shop has delivery days, the same day when it is sent again', async () => {
    await changeTestSettings(shop, { deliverySlots: { local: slotRule({ places: 1 }) } })
    const places = [newId(), newId()].map((id) => `PUT /api/shops/${shop.shopId}/orders/${id}`)
    const days: unknown[] = []
    for (const place of [...places, ...places])
      days.push((await buyer.call(place, orderFor(shop), FIRST)).json<Order>().slot)
    expect(days).toEqual([
      { day: '2026-11-26', part: 'day' },
      { day: '2026-11-27', part: 'day' },
      { day: '2026-11-26', part: 'day' },
      { day: '2026-11-27', part: 'day' },
    ])
    const today = await buyer.call(`PUT /api/shops/${shop.shopId}/orders/${newId()}`, orderFor(shop))
    expect(today.json()).toMatchObject({ code: 'slot-gone' })
  })

  it('takes the session of an app that sends what only later releases send for one of those', async () => {
    const order = await placeTestOrder(shop, buyer)
    await step(shop.owner, order, 'accept')
    const read = async () => {
      const route = `GET /api/shops/${shop.shopId}/orders/${order.id}`
      return (await shop.owner.call(route, undefined, FIRST)).json<{ order: Order }>().order.state
    }
    expect(await read()).toBe('placed')
    await shop.owner.call(`GET /api/shops/${shop.shopId}/waiting`, undefined, FIRST)
    expect(await read()).toBe('accepted')
  })
})

describe('laterCodes', () => {
  it.each([
    [1, 'v0.1.0-1'],
    [2, 'v0.1.0-2'],
  ] as const)('has a code that version %i knows for each code that it does not know', (version, tag) => {
    const { problem } = readRecording(tag) as unknown as {
      problem: { properties: { code: { enum: string[] } } }
    }
    const known = problem.properties.code.enum
    const unreadable = Object.entries(failures).filter(([code, status]) => {
      const later = laterCodes[code as keyof typeof laterCodes]
      return status > 0 && !known.includes(later && version < later.since ? later.before : code)
    })
    expect(unreadable).toEqual([])
  })
})
