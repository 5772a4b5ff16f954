import type { OrderSummary } from '@/domain/order/order'
import { signIn } from '../../support/api-client'
import { environmentPerTest, newId } from '../../support/test-environment'
import { placeTestOrder, receiver, shopPerTest, stepOrder } from '../../support/test-shop'

const env = environmentPerTest()
const shop = shopPerTest(env, { stock: 100 })
let ids: string[]

interface Reply {
  moved: number
  items: OrderSummary[]
}

const send = async (answer: string, id = newId(), orderIds = ids): Promise<Reply> =>
  (await shop.owner.call(`POST /api/shops/${shop.shopId}/orders/answers`, { id, answer, orderIds })).json()

const statesOf = ({ items }: Reply) => items.map(({ state, payment }) => `${state} ${payment.state}`)

const step = (orderId: string, action: string, client = shop.owner) =>
  stepOrder(shop, client, orderId, action)

/** The sum that the ledger says was collected this month, in fen. */
async function collected(): Promise<number> {
  const month = (await shop.owner.call(`GET /api/shops/${shop.shopId}/money/2026-11`)).json<{
    days: { collected: Record<string, number> }[]
  }>()
  return month.days.flatMap((day) => Object.values(day.collected)).reduce((sum, fen) => sum + fen, 0)
}

beforeEach(async () => {
  ids = []
  for (let i = 0; i < 3; i++) ids.push((await placeTestOrder(shop, await signIn(env.app))).id)
})

describe('answering several orders', () => {
  it('sends accepted orders once and skips the others', async () => {
    await send('accept', newId(), ids.slice(0, 1))
    const id = newId()
    for (let i = 0; i < 2; i++) {
      const reply = await send('send', id)
      expect(reply.moved).toBe(1)
      expect(statesOf(reply).sort()).toEqual(['placed due', 'placed due', 'underway due'])
    }
  })

  it('finishes sent orders and collects their totals once', async () => {
    await send('accept')
    await send('send', newId(), ids.slice(0, 2))
    const id = newId()
    for (let i = 0; i < 2; i++) {
      const reply = await send('finish', id)
      expect(reply.moved).toBe(2)
      expect(statesOf(reply).sort()).toEqual(['accepted due', 'done paid', 'done paid'])
      const total = reply.items
        .filter(({ state }) => state === 'done')
        .reduce((sum, order) => sum + order.total, 0)
      expect(await collected()).toBe(total)
    }
  })

  it('skips an order with an open cancel request', async () => {
    const buyer = await signIn(env.app)
    const { id } = await placeTestOrder(shop, buyer)
    ids.push(id)
    await send('accept')
    expect((await step(id, 'ask-cancel', buyer)).statusCode).toBe(200)
    const isAsked = { state: 'accepted', afterSale: 'cancel-asked' }
    for (const answer of ['send', 'finish']) {
      const reply = await send(answer)
      expect(reply.moved).toBe(3)
      expect(reply.items.find((order) => order.id === id)).toMatchObject(isAsked)
    }
  })

  it('does not accept an order that the buyer has changed since the shop read it', async () => {
    const buyer = await signIn(env.app)
    const placed = await placeTestOrder(shop, buyer)
    const details = { version: 0, receiver: { ...receiver, phone: '13900000002' } }
    await buyer.call(`PUT /api/shops/${shop.shopId}/orders/${placed.id}/details`, details)
    const accept = async (detailsVersions: number[]) =>
      shop.owner.call(`POST /api/shops/${shop.shopId}/orders/answers`, {
        ...{ id: newId(), answer: 'accept', orderIds: [placed.id, ids[0]], detailsVersions },
      })
    const reply = (await accept([0, 0])).json<Reply>()
    expect(reply.moved).toBe(1)
    expect(reply.items.find(({ id }) => id === placed.id)).toMatchObject({
      state: 'placed',
      detailsVersion: 1,
    })
    expect((await accept([1, 0])).json<Reply>().items.map(({ state }) => state)).toEqual([
      'accepted',
      'accepted',
    ])
    expect((await accept([0])).json()).toMatchObject({ code: 'bad-input' })
  })

  it('undoes finishing within ten minutes, and makes the totals due again', async () => {
    await send('accept')
    await send('send')
    await send('finish', newId(), ids.slice(0, 1))
    env.advance(9 * 60_000)
    await send('finish', newId(), ids.slice(1))
    env.advance(2 * 60_000)
    const reply = await send('undo-finish')
    expect(reply.moved).toBe(2)
    expect(statesOf(reply).sort()).toEqual(['done paid', 'underway due', 'underway due'])
    expect(await collected()).toBe(reply.items.find(({ state }) => state === 'done')?.total)
  })

  it('undoes to send and to accept several orders, once for each request', async () => {
    await send('accept')
    await send('send', newId(), ids.slice(0, 2))
    const id = newId()
    for (let i = 0; i < 2; i++) {
      const reply = await send('undo-send', id)
      expect(reply.moved).toBe(2)
      expect(statesOf(reply)).toEqual(['accepted due', 'accepted due', 'accepted due'])
    }
    env.advance(10 * 60_000)
    expect((await send('undo-accept')).moved).toBe(0)
  })
})
