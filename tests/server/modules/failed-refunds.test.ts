import { ledgerOf } from '../support/ledger'
import {
  buyer,
  env,
  openTill,
  orderNow,
  paying,
  payOrder,
  refundRows,
  settleRefunds,
  setUp,
  shop,
  tearDown,
} from '../support/payment-story'
import { newId } from '../support/test-environment'

beforeEach(async () => {
  await setUp()
  env.simulator.refundsEnd = 'ABNORMAL'
})
afterEach(tearDown)

const returnPart = (orderId: string, amount: number) =>
  shop.owner.call(`PUT /api/shops/${shop.shopId}/orders/${orderId}/refunds/${newId()}`, {
    ...{ amount, note: '少装了一个' },
  })
const returnByHand = async (orderId: string, who = shop.owner) =>
  (await paying.step(who, orderId, 'return-by-hand')).json()
const failedNow = async () =>
  (await shop.owner.call(`GET /api/shops/${shop.shopId}/today`)).json().failedRefunds

describe('a refund that the payment service could not make', () => {
  it('of a cancelled order is returned by the seller in person', async () => {
    const id = await payOrder()
    await paying.step(shop.owner, id, 'cancel')
    expect(await failedNow()).toBeUndefined()
    expect((await returnByHand(id)).code).toBe('not-allowed-now')
    await settleRefunds()
    expect(await failedNow()).toEqual({ count: 1, orderId: id })
    expect((await returnByHand(id, buyer)).code).toBe('not-allowed-now')
    expect(await returnByHand(id)).toMatchObject({ state: 'cancelled', payment: { state: 'refunded' } })
    expect(await refundRows()).toMatchObject([{ state: 'by-hand', amount: 5000 }])
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({
      ...{ returns: 5000, cash: -5000, wechat: 5000, sales: -5000 },
    })
    expect((await orderNow(id)).refundFailed).toBeUndefined()
    expect(await failedNow()).toBeUndefined()
    expect((await returnByHand(id)).code).toBe('not-allowed-now')
  })

  it('of a part leaves the order paid, and the seller goes on with it', async () => {
    const id = await payOrder()
    await returnPart(id, 1200)
    await settleRefunds()
    expect(await orderNow(id)).toMatchObject({ state: 'placed', refundFailed: true })
    expect(await returnByHand(id)).toMatchObject({ state: 'placed', payment: { state: 'paid' } })
    expect((await paying.step(shop.owner, id, 'accept')).json().state).toBe('accepted')
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({
      ...{ returns: 1200, cash: -1200, wechat: 5000, sales: -5000 },
    })
  })

  it('beside one that is still asked for leaves the order refunding until that is settled', async () => {
    const id = await payOrder()
    await returnPart(id, 1200)
    await settleRefunds()
    env.simulator.refundsEnd = 'SUCCESS'
    await paying.step(shop.owner, id, 'cancel')
    expect(await returnByHand(id)).toMatchObject({ payment: { state: 'refunding' } })
    await settleRefunds()
    expect(await orderNow(id)).toMatchObject({ state: 'cancelled', payment: { state: 'refunded' } })
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({
      ...{ returns: 5000, cash: -1200, wechat: 1200, sales: -5000 },
    })
  })

  it('of a second payment is seen by both sides, and the order stays paid', async () => {
    const id = await paying.placeOrder()
    const tills = [await openTill(id), await openTill(id)]
    for (const { params } of tills) env.simulator.cashier(params, 'pay')
    await env.pass(0)
    await settleRefunds()
    const view = async () => (await buyer.call(`GET /api/shops/${shop.shopId}/orders/${id}`)).json()
    expect(await view()).toMatchObject({
      order: { state: 'placed', refundFailed: true },
      refunds: [{ amount: 5000, state: 'failed' }],
    })
    expect(await returnByHand(id)).toMatchObject({ state: 'placed', payment: { state: 'paid' } })
    expect(await view()).toMatchObject({ refunds: [{ amount: 5000, state: 'by-hand' }] })
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ wechat: 10_000, cash: -5000, sales: -5000 })
  })
})
