import { type ApiClient, signIn, signInPerTest } from '../../support/api-client'
import { environmentPerTest, newId } from '../../support/test-environment'
import {
  claimOrder,
  openShop,
  placeTestOrder,
  readToday,
  shopPerTest,
  stockOf,
} from '../../support/test-shop'

const env = environmentPerTest()
const shop = shopPerTest(env, { stock: 10 })
const buyer = signInPerTest(env)
let route: string
let view: string
let orderId: string

beforeEach(async () => {
  const { id } = await placeTestOrder(shop, buyer, {}, 4)
  orderId = id
  view = `GET /api/shops/${shop.shopId}/orders/${id}`
  route = `POST /api/shops/${shop.shopId}/orders/${id}/steps`
})

const step = (who: ApiClient, action: string, id = newId()) => who.call(route, { id, action })

/** Takes the owner’s steps until the order is underway. */
async function sendOff() {
  await step(shop.owner, 'accept')
  return step(shop.owner, 'send')
}

test('accept, send and finish move an order to done and record each step', async () => {
  env.advance(1000)
  expect((await step(shop.owner, 'accept')).json()).toMatchObject({ state: 'accepted' })
  expect((await step(shop.owner, 'send')).json()).toMatchObject({ state: 'underway' })
  const done = (await step(shop.owner, 'finish')).json()
  expect(done).toMatchObject({ state: 'done', payment: { state: 'paid' } })
  expect(done.history.map((event: { action: string; by: string }) => [event.action, event.by])).toEqual([
    ['accept', 'owner'],
    ['send', 'owner'],
    ['finish', 'owner'],
  ])
  expect(done.updatedAt).toBe(done.createdAt + 1000)
  expect(Object.keys(done.history[0])).toEqual(['action', 'by', 'at'])
})

test('a step is taken once per id, and the same id for another step is an idempotency conflict', async () => {
  const id = newId()
  const [a, b] = await Promise.all([step(shop.owner, 'accept', id), step(shop.owner, 'accept', id)])
  expect([a.statusCode, b.statusCode]).toEqual([200, 200])
  expect(b.json().history).toHaveLength(1)
  expect((await step(shop.owner, 'send', id)).json().code).toBe('idempotency-conflict')
  expect((await step(buyer, 'accept', id)).json().code).toBe('idempotency-conflict')
})

test('a step that is not allowed in the current state is refused with the current order', async () => {
  const refused = await step(buyer, 'accept')
  expect(refused.json()).toMatchObject({ status: 409, code: 'not-allowed-now', current: { state: 'placed' } })
  await sendOff()
  expect((await step(shop.owner, 'send')).json()).toMatchObject({ current: { state: 'underway' } })
  expect((await step(buyer, 'cancel')).json().code).toBe('not-allowed-now')
})

test('cancel returns the stock once when two parties cancel at once', async () => {
  expect(await stockOf(env, shop)).toBe(6)
  const answers = await Promise.all([step(buyer, 'cancel'), step(shop.owner, 'cancel')])
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409])
  expect(await stockOf(env, shop)).toBe(10)
  expect((await buyer.call(view)).json().order).toMatchObject({
    state: 'cancelled',
    payment: { state: 'void' },
  })
})

test('cancel works for an order whose product was deleted', async () => {
  await shop.owner.call(`DELETE /api/shops/${shop.shopId}/products/${shop.productId}`)
  expect((await step(buyer, 'cancel')).json().state).toBe('cancelled')
})

test('cancel clears the pending cancel request of an unpaid order', async () => {
  await sendOff()
  await step(buyer, 'ask-cancel')
  expect((await step(shop.owner, 'cancel')).json()).toMatchObject({
    ...{ state: 'cancelled', afterSale: 'none' },
    payment: { state: 'void' },
  })
  expect((await readToday(shop)).cancelRequests).toBe(0)
  const open = `GET /api/shops/${shop.shopId}/orders?afterSale=cancel-asked`
  expect((await shop.owner.call(open)).json().items).toEqual([])
})

test('a refund is claimed, agreed and settled', async () => {
  await sendOff()
  await step(shop.owner, 'finish')
  expect((await claimOrder(shop, buyer, orderId, { amount: 10_000 })).json().afterSale).toBe('asked')
  expect((await readToday(shop)).openRefunds).toBe(1)
  await step(shop.owner, 'agree')
  // the refund is not paid out yet
  expect((await readToday(shop)).openRefunds).toBe(1)
  expect((await step(shop.owner, 'settle')).json()).toMatchObject({
    afterSale: 'settled',
    payment: { state: 'refunded' },
  })
})

test('an order is visible to its buyer and its shop only', async () => {
  expect((await buyer.call(view)).json()).toMatchObject({
    role: 'buyer',
    shop: { name: '核桃小店', slug: shop.slug },
  })
  expect((await shop.owner.call(view)).json().role).toBe('owner')
  const stranger = await signIn(env.app)
  expect((await stranger.call(view)).statusCode).toBe(404)
  expect((await step(stranger, 'cancel')).statusCode).toBe(404)
  const otherShop = await openShop(env)
  expect((await otherShop.owner.call(view)).statusCode).toBe(404)
  expect((await otherShop.owner.call(view.replace(shop.shopId, otherShop.shopId))).statusCode).toBe(404)
})

test('the order list of a shop is newest first and paged; waiting orders are oldest first', async () => {
  for (let i = 0; i < 4; i++) {
    env.advance(1000)
    await placeTestOrder(shop, buyer)
  }
  await sendOff()
  const list = async (query: string) =>
    (await shop.owner.call(`GET /api/shops/${shop.shopId}/orders${query}`)).json()
  const first = await list('?limit=3')
  expect(first.items.map((order: { number: number }) => order.number)).toEqual([5, 4, 3])
  const rest = await list(`?limit=3&cursor=${first.next}`)
  expect(rest.items.map((order: { number: number }) => order.number)).toEqual([2, 1])
  expect(rest.next).toBeUndefined()
  expect((await list('?state=underway')).items).toHaveLength(1)
  const waiting = await list('?state=placed&limit=3')
  expect(waiting.items.map((order: { number: number }) => order.number)).toEqual([2, 3, 4])
  const later = await list(`?state=placed&limit=3&cursor=${waiting.next}`)
  expect(later.items.map((order: { number: number }) => order.number)).toEqual([5])
  expect(later.next).toBeUndefined()
  expect((await list('?state=nonsense')).code).toBe('bad-input')
})

describe('the cancel request of an unpaid order', () => {
  const today = () => readToday(shop)

  it('cancels the order and returns the stock when the owner agrees', async () => {
    await step(shop.owner, 'accept')
    expect((await claimOrder(shop, buyer, orderId, { amount: 1 })).json().code).toBe('not-allowed-now')
    expect((await step(buyer, 'ask-cancel')).json().afterSale).toBe('cancel-asked')
    expect(await today()).toMatchObject({ accepted: 1, cancelRequests: 1, openRefunds: 0 })
    expect((await step(shop.owner, 'agree')).json().code).toBe('not-allowed-now')
    expect((await step(shop.owner, 'agree-cancel')).json()).toMatchObject({
      state: 'cancelled',
      afterSale: 'none',
      payment: { state: 'void' },
    })
    expect(await stockOf(env, shop)).toBe(10)
    expect(await today()).toMatchObject({ accepted: 0, cancelRequests: 0 })
  })

  it('leaves the order underway when the owner declines', async () => {
    await sendOff()
    await step(buyer, 'ask-cancel')
    expect((await step(shop.owner, 'decline-cancel')).json()).toMatchObject({
      state: 'underway',
      afterSale: 'cancel-declined',
    })
    expect((await step(shop.owner, 'finish')).json()).toMatchObject({
      state: 'done',
      afterSale: 'none',
      payment: { state: 'paid' },
    })
  })
})

describe('the limit of repeated steps', () => {
  /** Asks for and withdraws a cancellation until a step is refused; returns how many were accepted and the error. */
  async function loop() {
    for (let taken = 0; taken < 40; taken++) {
      const answer = await step(buyer, taken % 2 === 0 ? 'ask-cancel' : 'withdraw-cancel')
      if (answer.statusCode !== 200) return { taken, refusal: answer.json() }
    }
    return undefined
  }

  it('refuses the buyer after twenty steps in one state and records each accepted one', async () => {
    await step(shop.owner, 'accept')
    expect(await loop()).toMatchObject({
      taken: 20,
      refusal: { status: 409, code: 'too-many-steps', current: { state: 'accepted' } },
    })
    expect((await shop.owner.call(view)).json().order.history).toHaveLength(21)
  })

  it('leaves the owner every step that the order needs', async () => {
    await step(shop.owner, 'accept')
    for (let i = 0; i < 20; i++) {
      expect((await step(buyer, 'ask-cancel')).statusCode).toBe(200)
      expect((await step(shop.owner, 'decline-cancel')).statusCode).toBe(200)
    }
    expect((await step(buyer, 'ask-cancel')).json().code).toBe('too-many-steps')
    expect((await step(shop.owner, 'send')).json().state).toBe('underway')
    expect((await step(buyer, 'finish')).json().state).toBe('done')
    expect((await step(shop.owner, 'collect')).json().payment.state).toBe('paid')
  })

  it('starts anew in another state', async () => {
    await step(shop.owner, 'accept')
    await loop()
    await step(shop.owner, 'send')
    expect((await step(buyer, 'ask-cancel')).json().afterSale).toBe('cancel-asked')
  })

  it('applies to undo-finish', async () => {
    await sendOff()
    for (let i = 0; i < 20; i++) {
      await step(shop.owner, 'finish')
      expect((await step(shop.owner, 'undo-finish')).statusCode).toBe(200)
    }
    await step(shop.owner, 'finish')
    expect((await step(shop.owner, 'undo-finish')).json().code).toBe('too-many-steps')
  })

  it('applies to undo-collect', async () => {
    await sendOff()
    await step(buyer, 'finish')
    for (let i = 0; i < 20; i++) {
      await step(shop.owner, 'collect')
      expect((await step(shop.owner, 'undo-collect')).statusCode).toBe(200)
    }
    await step(shop.owner, 'collect')
    expect((await step(shop.owner, 'undo-collect')).json().code).toBe('too-many-steps')
  })
})

test('order lists omit the history, which a single order has', async () => {
  await step(shop.owner, 'accept')
  const [listed] = (await shop.owner.call(`GET /api/shops/${shop.shopId}/orders`)).json().items
  expect(listed).toMatchObject({ number: 1, state: 'accepted' })
  expect(listed).not.toHaveProperty('history')
  expect((await buyer.call('GET /api/me/orders')).json().items[0]).not.toHaveProperty('history')
  expect((await buyer.call(view)).json().order.history).toMatchObject([{ action: 'accept', by: 'owner' }])
})
