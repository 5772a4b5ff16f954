import { UNDO_STEP_MS } from '@/domain/order/undo-step'
import { checkLedger } from '../../../../server/modules/ledger/check-ledger'
import { type ApiClient, signInPerTest } from '../../support/api-client'
import { ledgerOf } from '../../support/ledger'
import { environmentPerTest, newId } from '../../support/test-environment'
import { placeTestOrder, shopPerTest } from '../../support/test-shop'

const env = environmentPerTest()
const shop = shopPerTest(env, { stock: 100 })
const buyer = signInPerTest(env)
let id: string

beforeEach(async () => {
  id = (await placeTestOrder(shop, buyer, {}, 2)).id
  for (const action of ['accept', 'send']) await step(shop.owner, { action })
})

const step = (who: ApiClient, body: object) =>
  who.call(`POST /api/shops/${shop.shopId}/orders/${id}/steps`, { id: newId(), ...body })

/** No balance of any order differs from what the order says. */
async function expectRightLedger() {
  expect((await checkLedger(env.deps.db)).differences).toEqual([])
}

describe('an order of 50 yuan paid in person', () => {
  it.each([
    [
      { amount: 5000, means: 'code' },
      { code: 5000, sales: -5000 },
    ],
    [
      { amount: 4800, means: 'cash', note: '抹了零' },
      { cash: 4800, discounts: 200, sales: -5000 },
    ],
    [
      { amount: 5100, means: 'code', note: '不用找了' },
      { code: 5100, surplus: -100, sales: -5000 },
    ],
    [
      { amount: 0, means: 'cash', note: '送给老人' },
      { discounts: 5000, sales: -5000 },
    ],
  ])('enters the collected amount in the ledger: %j', async (collected, balances) => {
    const reply = await step(shop.owner, { action: 'finish', collected })
    expect(reply.json()).toMatchObject({ state: 'done', payment: { state: 'paid', collected } })
    expect(await ledgerOf(env, shop.shopId, id)).toEqual(balances)
    const { order } = (await buyer.call(`GET /api/shops/${shop.shopId}/orders/${id}`)).json()
    expect(order.payment.collected).toEqual(collected)
    expect(order.history.at(-1)).toMatchObject({ action: 'finish', amount: collected.amount })
    await expectRightLedger()
  })

  it('is due again when finishing is undone, and can be collected in another way', async () => {
    await step(shop.owner, { action: 'finish', collected: { amount: 4500, means: 'cash', note: '熟人' } })
    const undone = (await step(shop.owner, { action: 'undo-finish' })).json()
    expect(undone.payment).toEqual({ method: 'on-delivery', state: 'due' })
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ receivable: 5000, sales: -5000 })
    await step(shop.owner, { action: 'finish', collected: { amount: 5000, means: 'code' } })
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ code: 5000, sales: -5000 })
    await expectRightLedger()
  })

  it('stores the amount that the seller collects after the buyer has finished the order', async () => {
    await step(buyer, { action: 'finish' })
    const collected = { amount: 4900, means: 'cash', note: '少了一个' }
    expect((await step(shop.owner, { action: 'collect', collected })).json().payment).toMatchObject({
      ...{ state: 'paid', collected },
    })
    await expectRightLedger()
  })

  it('is due again when collecting is undone within ten minutes, and can be collected in another way', async () => {
    await step(buyer, { action: 'finish' })
    const first = { amount: 4900, means: 'cash', note: '少了一个' }
    const collected = (await step(shop.owner, { action: 'collect', collected: first })).json()
    expect(collected).toMatchObject({ undoableStep: 'collect', payment: { state: 'paid' } })
    expect((await step(buyer, { action: 'undo-collect' })).json().code).toBe('not-allowed-now')
    env.advance(UNDO_STEP_MS - 1)
    const undone = (await step(shop.owner, { action: 'undo-collect' })).json()
    expect(undone).toMatchObject({ state: 'done', payment: { method: 'on-delivery', state: 'due' } })
    expect(undone.payment).not.toHaveProperty('collected')
    // the step before it, whose time has not run out either
    expect(undone.undoableStep).toBe('finish')
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ receivable: 5000, sales: -5000 })
    await step(shop.owner, { action: 'collect', collected: { amount: 5000, means: 'code' } })
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ code: 5000, sales: -5000 })
    await expectRightLedger()
  })

  it('stays paid when the seller tries to undo collecting after ten minutes', async () => {
    await step(buyer, { action: 'finish' })
    await step(shop.owner, { action: 'collect' })
    env.advance(UNDO_STEP_MS)
    const refused = (await step(shop.owner, { action: 'undo-collect' })).json()
    expect(refused).toMatchObject({ code: 'not-allowed-now', current: { payment: { state: 'paid' } } })
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ cash: 5000, sales: -5000 })
  })

  it.each([
    ['another amount without a reason', 'finish', { amount: 4000, means: 'cash' }],
    ['an amount below zero', 'finish', { amount: -1, means: 'cash', note: '错' }],
    ['an amount that is no whole fen', 'finish', { amount: 10.5, means: 'cash', note: '错' }],
    ['unknown means', 'finish', { amount: 5000, means: 'card' }],
    ['an empty reason', 'finish', { amount: 4000, means: 'cash', note: ' ' }],
    ['an amount with a step that collects nothing', 'cancel', { amount: 5000, means: 'cash' }],
  ])('refuses %s', async (_, action, collected) => {
    expect((await step(shop.owner, { action, collected })).json()).toMatchObject({ code: 'bad-input' })
    const { order } = (await buyer.call(`GET /api/shops/${shop.shopId}/orders/${id}`)).json()
    expect(order).toMatchObject({ state: 'underway', payment: { state: 'due' } })
  })

  it('cannot be collected by its buyer', async () => {
    const reply = await step(buyer, { action: 'finish', collected: { amount: 5000, means: 'cash' } })
    expect(reply.json().code).toBe('bad-input')
  })

  it('is collected once when the step is repeated, and another amount under the same id is a conflict', async () => {
    const body = { id: newId(), action: 'finish', collected: { amount: 4800, means: 'cash', note: '抹了零' } }
    await step(shop.owner, body)
    expect((await step(shop.owner, body)).statusCode).toBe(200)
    const other = { ...body, collected: { ...body.collected, amount: 4700 } }
    expect((await step(shop.owner, other)).json().code).toBe('idempotency-conflict')
    expect(await ledgerOf(env, shop.shopId, id)).toMatchObject({ cash: 4800 })
  })
})
