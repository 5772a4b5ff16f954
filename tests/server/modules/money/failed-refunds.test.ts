import { monthOf } from '@/domain/month'
import { amountOf, type MoneyMonth } from '@/domain/payment/money-month'
import { REFUND_FAILED } from '@/domain/payment/refund'
import { type PushSimulator, startPushSimulator } from '../../../../mock-server/push/simulator'
import type { CashierParams } from '../../../../server/gateways/wechat-pay/signature'
import { ledgerOf } from '../../support/ledger'
import { buyer, env, MINUTE, paying, setUp, shop, tearDown } from '../../support/stories/payment-story'
import { newId } from '../../support/test-environment'
import { claimOrder, readToday, stepOrder } from '../../support/test-shop'
import { testWebPush } from '../../support/web-push'

let pushService: PushSimulator

beforeEach(async () => {
  pushService = await startPushSimulator()
  await setUp('platform', { webPush: testWebPush([pushService.origin], () => env.deps.elapsed()) })
  env.simulator.refundsEnd = 'ABNORMAL'
})
afterEach(async () => {
  await tearDown()
  await pushService.close()
})

const returnPart = (orderId: string, amount: number) =>
  shop.owner.call(`PUT /api/shops/${shop.shopId}/orders/${orderId}/refunds/${newId()}`, {
    ...{ amount, note: '少装了一个' },
  })
const returnByHand = async (orderId: string, amount: number, who = shop.owner) =>
  (await stepOrder(shop, who, orderId, 'return-by-hand', { amount })).json()
const close = () => shop.owner.call(`PUT /api/shops/${shop.shopId}/closing`, { name: '核桃小店' })
const failedNow = async () => (await readToday(shop)).failedRefunds

describe('a refund that the payment service could not make', () => {
  it('is returned by the seller in person after a cancellation', async () => {
    const id = await paying.payOrder()
    await paying.step(shop.owner, id, 'cancel')
    expect(await failedNow()).toBeUndefined()
    expect((await returnByHand(id, 5000)).code).toBe('not-allowed-now')
    await paying.settleRefunds()
    expect(await failedNow()).toEqual({ count: 1, orderId: id })
    expect((await returnByHand(id, 5000, buyer)).code).toBe('not-allowed-now')
    expect((await returnByHand(id, 4999)).code).toBe('not-allowed-now')
    expect(await returnByHand(id, 5000)).toMatchObject({ state: 'cancelled', payment: { state: 'refunded' } })
    expect(await paying.refundRows()).toMatchObject([{ state: 'by-hand', amount: 5000 }])
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({
      ...{ returns: 5000, cash: -5000, wechat: 5000, sales: -5000 },
    })
    expect((await paying.orderNow(id)).unreturned).toBeUndefined()
    expect(await failedNow()).toBeUndefined()
    expect((await returnByHand(id, 5000)).code).toBe('not-allowed-now')
  })

  it('leaves the order paid and acceptable when only a part was to be refunded', async () => {
    const id = await paying.payOrder()
    await returnPart(id, 1200)
    await paying.settleRefunds()
    expect(await paying.orderNow(id)).toMatchObject({ state: 'placed', unreturned: 1200 })
    expect(await returnByHand(id, 1200)).toMatchObject({ state: 'placed', payment: { state: 'paid' } })
    expect((await paying.step(shop.owner, id, 'accept')).json().state).toBe('accepted')
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({
      ...{ returns: 1200, cash: -1200, wechat: 5000, sales: -5000 },
    })
  })

  it('is listed under owed-now until it is returned', async () => {
    const id = await paying.payOrder()
    await returnPart(id, 1200)
    const money = `GET /api/shops/${shop.shopId}/money/${monthOf(env.deps.clock())}`
    const owed = async () => {
      const month = (await shop.owner.call(money)).json<MoneyMonth>()
      const { items } = (await shop.owner.call(`${money}/order-amounts?part=owed-now`)).json()
      return [amountOf(month, 'owed-now'), items]
    }
    const expected = [1200, [expect.objectContaining({ id, amount: 1200 })]]
    expect(await owed()).toEqual(expected)
    await paying.settleRefunds()
    expect(await owed()).toEqual(expected)
    await returnByHand(id, 1200)
    expect(await owed()).toEqual([0, []])
  })

  it('leaves the order refunding while another refund is pending', async () => {
    const id = await paying.payOrder()
    await returnPart(id, 1200)
    await paying.settleRefunds()
    env.simulator.refundsEnd = 'SUCCESS'
    await paying.step(shop.owner, id, 'cancel')
    expect(await returnByHand(id, 1200)).toMatchObject({ payment: { state: 'refunding' } })
    await paying.settleRefunds()
    expect(await paying.orderNow(id)).toMatchObject({ state: 'cancelled', payment: { state: 'refunded' } })
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({
      ...{ returns: 5000, cash: -1200, wechat: 1200, sales: -5000 },
    })
  })

  it('is shown to both sides and leaves the order paid when it is of a second payment', async () => {
    const id = await paying.placeOrder()
    const tills = [await paying.openTill(id), await paying.openTill(id)]
    for (const { params } of tills) env.simulator.cashier(params, 'pay')
    await env.pass(0)
    await paying.settleRefunds()
    const view = async () => (await buyer.call(`GET /api/shops/${shop.shopId}/orders/${id}`)).json()
    expect(await view()).toMatchObject({
      order: { state: 'placed', unreturned: 5000 },
      refunds: [{ amount: 5000, state: 'failed' }],
    })
    expect(await returnByHand(id, 5000)).toMatchObject({ state: 'placed', payment: { state: 'paid' } })
    expect(await view()).toMatchObject({ refunds: [{ amount: 5000, state: 'by-hand' }] })
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ wechat: 10_000, cash: -5000, sales: -5000 })
  })

  it('settles the open claim of a cancelled order when the seller returns the money', async () => {
    const id = await paying.payOrder()
    for (const action of ['accept', 'send']) await paying.step(shop.owner, id, action)
    await claimOrder(shop, buyer, id, { amount: 1000 })
    expect((await paying.step(shop.owner, id, 'cancel')).json()).toMatchObject({ afterSale: 'agreed' })
    await paying.settleRefunds()
    expect(await failedNow()).toEqual({ count: 1, orderId: id })
    expect(await returnByHand(id, 5000)).toMatchObject({
      ...{ state: 'cancelled', afterSale: 'settled', payment: { state: 'refunded' } },
    })
    expect(await failedNow()).toBeUndefined()
  })

  it('does not let the seller settle a claim whose refund is pending', async () => {
    const id = await paying.payOrder()
    for (const action of ['accept', 'send']) await paying.step(shop.owner, id, action)
    await returnPart(id, 1200)
    await paying.settleRefunds()
    env.simulator.refundsEnd = 'SUCCESS'
    await claimOrder(shop, buyer, id, { amount: 1000 })
    await paying.step(shop.owner, id, 'agree')
    expect((await paying.step(shop.owner, id, 'settle')).json().code).toBe('not-allowed-now')
    expect(await returnByHand(id, 1200)).toMatchObject({ afterSale: 'agreed', payment: { state: 'paid' } })
    await paying.settleRefunds()
    expect(await paying.orderNow(id)).toMatchObject({ afterSale: 'settled', payment: { state: 'paid' } })
    expect((await paying.refundRows()).map(({ state }) => state).sort()).toEqual(['by-hand', 'done'])
  })

  it('marks the order refunded while the refund of a second payment is pending', async () => {
    const id = await paying.placeOrder()
    const tills = [await paying.openTill(id), await paying.openTill(id)]
    env.simulator.cashier(tills[0]?.params as CashierParams, 'pay')
    await env.pass(0)
    await paying.step(shop.owner, id, 'cancel')
    await paying.settleRefunds()
    // the second payment is made after the cancellation, and its refund waits for the service
    env.simulator.faults = { ...env.simulator.faults, down: true }
    env.simulator.cashier(tills[1]?.params as CashierParams, 'pay')
    await env.pass(0)
    expect(await returnByHand(id, 5000)).toMatchObject({ payment: { state: 'refunded' } })
  })

  it('blocks the closing of a shop while a partial refund of a finished order is open', async () => {
    const id = await paying.payOrder()
    for (const action of ['accept', 'send', 'finish']) await paying.step(shop.owner, id, action)
    await returnPart(id, 1200)
    await paying.settleRefunds()
    expect((await close()).json()).toMatchObject({
      ...{ code: 'not-allowed-now', current: { openCount: 1, openOrders: [{ id }] } },
    })
    await returnByHand(id, 1200)
    expect((await close()).statusCode).toBe(200)
  })

  it('blocks the closing of a shop while a failed refund of a late payment is open', async () => {
    const id = await paying.placeOrder()
    env.simulator.cashier((await paying.openTill(id)).params, 'pay')
    env.simulator.faults = { ...env.simulator.faults, down: true }
    await env.runAfter(15 * MINUTE)
    env.simulator.faults = { ...env.simulator.faults, down: false }
    await env.pass(0)
    await paying.settleRefunds()
    expect(await paying.orderNow(id)).toMatchObject({ state: 'cancelled', payment: { state: 'void' } })
    expect((await close()).json()).toMatchObject({ current: { openOrders: [{ id }] } })
    await returnByHand(id, 5000)
    expect((await close()).statusCode).toBe(200)
  })
})

describe('the message about a refund that the payment service could not make', () => {
  /** Lets messages reach a browser of the seller; returns how to read those about refunds, after the jobs that are due. */
  async function addBrowser() {
    const subscription = pushService.subscribe(env.deps.webPush?.publicKey ?? '')
    await shop.owner.call('PUT /api/me/browsers', subscription)
    return async () => {
      for (let i = 0; i < 2; i++) await env.runAfter(MINUTE)
      const all = pushService.received(subscription.endpoint).map((text) => JSON.parse(text))
      return all.filter(({ tag }) => tag.startsWith(REFUND_FAILED))
    }
  }

  it('names the money that is still to be returned and leads to the order', async () => {
    const id = await paying.payOrder()
    const received = await addBrowser()
    await returnPart(id, 1200)
    await paying.settleRefunds()
    expect(await received()).toMatchObject([
      {
        ...{ title: '有一单的钱没退成', body: '第 1 单：核桃，¥12.00' },
        path: `/merchant-order?shop=${shop.shopId}&order=${id}`,
      },
    ])
  })

  it('is sent for the money of a claim, too', async () => {
    const id = await paying.payOrder()
    for (const action of ['accept', 'send']) await paying.step(shop.owner, id, action)
    const received = await addBrowser()
    await claimOrder(shop, buyer, id, { amount: 1000 })
    await paying.step(shop.owner, id, 'agree')
    await paying.settleRefunds()
    expect(await received()).toMatchObject([{ body: '第 1 单：核桃，¥10.00' }])
  })

  it('is not sent once the seller has returned the money in person', async () => {
    const id = await paying.payOrder()
    const received = await addBrowser()
    await returnPart(id, 1200)
    await paying.settleRefunds()
    await returnByHand(id, 1200)
    expect(await received()).toEqual([])
  })
})
