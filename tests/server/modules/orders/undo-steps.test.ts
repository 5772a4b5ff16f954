import { SILENCE_MS } from '@/domain/order/claim'
import { UNDO_STEP_MS } from '@/domain/order/undo-step'
import { type ApiClient, signInPerTest } from '../../support/api-client'
import { environmentPerTest, newId } from '../../support/test-environment'
import {
  claimOrder,
  placeTestOrder,
  readToday,
  receiver,
  shopPerTest,
  stepOrder,
  stockOf,
} from '../../support/test-shop'

const env = environmentPerTest()
const shop = shopPerTest(env, { stock: 10 })
const buyer = signInPerTest(env)
let route: string
let view: string
let orderId: string

/** An order that is under way. */
beforeEach(async () => {
  orderId = (await placeTestOrder(shop, buyer, {}, 4)).id
  view = `GET /api/shops/${shop.shopId}/orders/${orderId}`
  route = `POST /api/shops/${shop.shopId}/orders/${orderId}/steps`
  for (const action of ['accept', 'send']) await step(shop.owner, action)
})

const step = (who: ApiClient, action: string) => who.call(route, { id: newId(), action })

describe('undo-finish', () => {
  it('returns an order to underway and its payment to due within ten minutes', async () => {
    expect((await step(shop.owner, 'finish')).json().undoableStep).toBe('finish')
    env.advance(UNDO_STEP_MS - 1)
    const [listed] = (await shop.owner.call(`GET /api/shops/${shop.shopId}/orders?state=done`)).json().items
    expect(listed.undoableStep).toBe('finish')
    const undone = (await step(shop.owner, 'undo-finish')).json()
    expect(undone).toMatchObject({ state: 'underway', payment: { state: 'due' } })
    expect(undone.undoableStep).toBe('send')
    expect((await buyer.call(view)).json().order).toMatchObject({
      state: 'underway',
      payment: { state: 'due' },
    })
    expect(await stockOf(env, shop)).toBe(6)
  })

  it('is refused by the server clock after ten minutes', async () => {
    await step(shop.owner, 'finish')
    env.advance(UNDO_STEP_MS)
    expect((await step(shop.owner, 'undo-finish')).json()).toMatchObject({
      status: 409,
      code: 'not-allowed-now',
      current: { state: 'done' },
    })
    expect((await shop.owner.call(view)).json().order.undoableStep).toBeUndefined()
  })

  it('is refused while a claim waits for its answer, and the claim stays a claim', async () => {
    await step(shop.owner, 'finish')
    const claimed = (await claimOrder(shop, buyer, orderId, { amount: 100 })).json()
    expect(claimed).not.toHaveProperty('undoableStep')
    expect((await step(shop.owner, 'undo-finish')).json()).toMatchObject({
      code: 'not-allowed-now',
      current: { state: 'done', afterSale: 'asked', payment: { state: 'paid' } },
    })
    const list = `GET /api/shops/${shop.shopId}/orders`
    const undone = { id: newId(), answer: 'undo-finish', orderIds: [orderId] }
    expect(
      (await shop.owner.call(`POST /api/shops/${shop.shopId}/orders/answers`, undone)).json().moved,
    ).toBe(0)
    expect((await shop.owner.call(list)).json().items).toMatchObject([{ afterSale: 'asked' }])
    expect((await buyer.call(view)).json().claims).toMatchObject([{ state: 'asked' }])
  })

  it('is refused after a claim was declined, and offered again after one was withdrawn', async () => {
    await step(shop.owner, 'finish')
    await claimOrder(shop, buyer, orderId, { amount: 100 })
    expect((await step(buyer, 'withdraw')).json().undoableStep).toBe('finish')
    await claimOrder(shop, buyer, orderId, { amount: 100 })
    await shop.owner.call(route, { id: newId(), action: 'decline', note: '都好好的' })
    expect((await step(shop.owner, 'undo-finish')).json()).toMatchObject({
      code: 'not-allowed-now',
      current: { state: 'done', afterSale: 'declined' },
    })
  })

  it('is refused to the buyer', async () => {
    await step(buyer, 'finish')
    expect((await step(buyer, 'undo-finish')).json().code).toBe('not-allowed-now')
  })
})

describe('undoing a step that ended the request to cancel', () => {
  const requests = async () => (await readToday(shop)).cancelRequests

  it('restores a request that waits for an answer, without a deadline', async () => {
    await step(buyer, 'ask-cancel')
    const done = (await step(shop.owner, 'finish')).json()
    expect(done).toMatchObject({ state: 'done', afterSale: 'none', payment: { state: 'paid' } })
    expect(Object.keys(done.history.at(-1))).toEqual(['action', 'by', 'at'])
    expect(await requests()).toBe(0)
    const undone = (await step(shop.owner, 'undo-finish')).json()
    expect(undone).toMatchObject({ state: 'underway', afterSale: 'cancel-asked', payment: { state: 'due' } })
    expect(undone).not.toHaveProperty('answerBy')
    expect(await requests()).toBe(1)
    expect((await step(shop.owner, 'agree-cancel')).json()).toMatchObject({ state: 'cancelled' })
  })

  it('restores a declined request when collecting is undone', async () => {
    await step(buyer, 'finish')
    await step(buyer, 'ask-cancel')
    await step(shop.owner, 'decline-cancel')
    expect((await step(shop.owner, 'collect')).json().afterSale).toBe('none')
    expect((await step(shop.owner, 'undo-collect')).json()).toMatchObject({
      ...{ state: 'done', afterSale: 'cancel-declined' },
      payment: { state: 'due' },
    })
  })

  it('restores no cancel request when the buyer has made and withdrawn a claim since', async () => {
    await step(buyer, 'ask-cancel')
    await step(shop.owner, 'finish')
    await claimOrder(shop, buyer, orderId, { amount: 100 })
    await step(buyer, 'withdraw')
    expect((await step(shop.owner, 'undo-finish')).json()).toMatchObject({
      ...{ state: 'underway', afterSale: 'none' },
      payment: { state: 'due' },
    })
  })
})

describe('undo-collect', () => {
  it('is refused while a claim is open, and the claim stays', async () => {
    await step(buyer, 'finish')
    expect((await step(shop.owner, 'collect')).json().undoableStep).toBe('collect')
    const claimed = (await claimOrder(shop, buyer, orderId, { amount: 100 })).json()
    expect(claimed).not.toHaveProperty('undoableStep')
    expect((await step(shop.owner, 'undo-collect')).json()).toMatchObject({
      code: 'not-allowed-now',
      current: { afterSale: 'asked', payment: { state: 'paid' } },
    })
    expect((await buyer.call(view)).json().claims).toMatchObject([{ state: 'asked' }])
  })
})

describe('undo-send', () => {
  it('returns an order to accepted within ten minutes, for the owner only', async () => {
    expect((await shop.owner.call(view)).json().order.undoableStep).toBe('send')
    expect((await step(buyer, 'undo-send')).json().code).toBe('not-allowed-now')
    env.advance(UNDO_STEP_MS - 1)
    expect((await step(shop.owner, 'undo-send')).json()).toMatchObject({
      ...{ state: 'accepted', payment: { state: 'due' } },
    })
    expect(await stockOf(env, shop)).toBe(6)
  })

  it('is refused by the server clock after ten minutes', async () => {
    env.advance(UNDO_STEP_MS)
    expect((await step(shop.owner, 'undo-send')).json()).toMatchObject({
      ...{ code: 'not-allowed-now', current: { state: 'underway' } },
    })
    expect((await shop.owner.call(view)).json().order.undoableStep).toBeUndefined()
  })

  it('follows undoing to finish, which the step before it was', async () => {
    await step(shop.owner, 'finish')
    expect((await step(shop.owner, 'undo-send')).json().code).toBe('not-allowed-now')
    expect((await step(shop.owner, 'undo-finish')).json().undoableStep).toBe('send')
    expect((await step(shop.owner, 'undo-send')).json()).toMatchObject({
      ...{ state: 'accepted', undoableStep: 'accept' },
    })
  })

  it('lets silence decide a request to cancel again, three days from now', async () => {
    await step(buyer, 'ask-cancel')
    expect((await step(shop.owner, 'undo-send')).json()).toMatchObject({
      ...{ state: 'accepted', afterSale: 'cancel-asked', answerBy: env.deps.clock() + SILENCE_MS },
    })
  })

  it('restores the request to change the order that sending declined', async () => {
    await step(shop.owner, 'undo-send')
    const requestId = newId()
    const ask = { receiver: { ...receiver, name: '学员一' } }
    await buyer.call(`PUT ${view.slice(4)}/change-requests/${requestId}`, ask)
    const send = { id: newId(), action: 'send', declines: requestId }
    expect((await shop.owner.call(route, send)).json().changeRequest.state).toBe('declined')
    const undone = (await step(shop.owner, 'undo-send')).json()
    expect(undone).toMatchObject({ state: 'accepted', changeRequest: { id: requestId, state: 'asked' } })
    expect(Object.keys(undone.history.at(-2))).toEqual(['action', 'by', 'at'])
    const answer = { answer: 'accept' }
    const accepted = await shop.owner.call(
      `POST ${view.slice(4)}/change-requests/${requestId}/answers`,
      answer,
    )
    expect(accepted.json().receiver.name).toBe('学员一')
  })

  it('leaves a request declined that the owner had declined before sending', async () => {
    await step(shop.owner, 'undo-send')
    const requestId = newId()
    await buyer.call(`PUT ${view.slice(4)}/change-requests/${requestId}`, { receiver })
    await shop.owner.call(`POST ${view.slice(4)}/change-requests/${requestId}/answers`, { answer: 'decline' })
    await step(shop.owner, 'send')
    expect((await step(shop.owner, 'undo-send')).json().changeRequest.state).toBe('declined')
  })
})

describe('undo-accept', () => {
  beforeEach(() => step(shop.owner, 'undo-send'))

  it('lets an order wait for the shop again, with its expiry', async () => {
    expect((await step(buyer, 'undo-accept')).json().code).toBe('not-allowed-now')
    const undone = (await step(shop.owner, 'undo-accept')).json()
    expect(undone).toMatchObject({ state: 'placed', expiresAt: undone.createdAt + 48 * 3_600_000 })
    expect((await shop.owner.call(`GET /api/shops/${shop.shopId}/waiting`)).json().count).toBe(1)
    expect((await step(buyer, 'cancel')).json().state).toBe('cancelled')
    expect(await stockOf(env, shop)).toBe(10)
  })

  it('leaves the owner a day to answer an order that was nearly expired', async () => {
    const { id, createdAt } = (await placeTestOrder(shop, buyer)) as { id: string; createdAt: number }
    const other = (action: string) => stepOrder(shop, shop.owner, id, action)
    env.advance(createdAt + 48 * 3_600_000 - 60_000 - env.deps.clock())
    expect((await other('accept')).statusCode).toBe(200)
    expect((await other('undo-accept')).json().expiresAt).toBe(env.deps.clock() + 24 * 3_600_000)
  })

  it('is refused after ten minutes, and while a request of the buyer waits for its answer', async () => {
    await step(buyer, 'ask-cancel')
    expect((await step(shop.owner, 'undo-accept')).json()).toMatchObject({
      ...{ code: 'not-allowed-now', current: { state: 'accepted', afterSale: 'cancel-asked' } },
    })
    await step(buyer, 'withdraw-cancel')
    await buyer.call(`PUT ${view.slice(4)}/change-requests/${newId()}`, { receiver, note: '晚上送' })
    expect((await step(shop.owner, 'undo-accept')).json().current.changeRequest.state).toBe('asked')
    const other = await placeTestOrder(shop, buyer)
    const path = `POST /api/shops/${shop.shopId}/orders/${other.id}/steps`
    await shop.owner.call(path, { id: newId(), action: 'accept' })
    env.advance(UNDO_STEP_MS)
    expect((await shop.owner.call(path, { id: newId(), action: 'undo-accept' })).json().code).toBe(
      'not-allowed-now',
    )
  })

  it('is allowed twenty times for an order', async () => {
    for (let i = 0; i < 20; i++) {
      expect((await step(shop.owner, 'undo-accept')).json().state).toBe('placed')
      await step(shop.owner, 'accept')
    }
    expect((await step(shop.owner, 'undo-accept')).json().code).toBe('too-many-steps')
  })
})
