import { addDays, dayOf, startOfDay } from '@/domain/day'
import { checkLedger } from '../../../../server/modules/ledger/check-ledger'
import { checkDay } from '../../../../server/modules/statements/check-day'
import { connectedServices } from '../../../../server/modules/statements/connected-services'
import { ALIPAY_OWNER, type AlipayBed, answerPage, startAlipay } from '../../support/alipay'
import { type ApiClient, signIn } from '../../support/api-client'
import { ledgerOf } from '../../support/ledger'
import { listen } from '../../support/payments'
import { paymentPath } from '../../support/stories/paying-shop'
import { createTestEnvironment, newId, type TestEnvironment } from '../../support/test-environment'
import { type OpenedShop, openShop, placeTestOrder, stepOrder } from '../../support/test-shop'

const ORIGIN = 'https://shop.example'
const HOUR = 3_600_000

let env: TestEnvironment
let bed: AlipayBed
let shop: OpenedShop
let buyer: ApiClient

async function grant(alipay: { merchant: string; isLimited: boolean; page?: boolean }) {
  await env.deps.db.query
    .updateTable('shop')
    .set({
      payment_grants: JSON.stringify({ subject: 'company', alipay }),
      payments: JSON.stringify(['alipay', 'on-delivery', 'on-pickup']),
    })
    .execute()
}

beforeEach(async () => {
  let clock = () => 0
  bed = await startAlipay(() => clock())
  env = await createTestEnvironment({
    payments: { noticeOrigin: '', wechat: {}, alipay: bed.gateway },
    settings: { publicUrl: ORIGIN },
  })
  clock = env.deps.clock
  await listen(env)
  shop = await openShop(env, { stock: 1000 })
  buyer = await signIn(env.app)
  await grant({ merchant: ALIPAY_OWNER, isLimited: false })
})
afterEach(async () => {
  expect((await checkLedger(env.deps.db)).differences).toEqual([])
  await env.app.close()
  await bed.close()
})

const placeOrder = async (quantity = 2) =>
  (await placeTestOrder(shop, buyer, { payment: { method: 'alipay' } }, quantity)).id
const begin = (orderId: string, paymentId = newId(), body: object = {}) =>
  buyer.call(`PUT ${paymentPath(shop, orderId, paymentId)}`, {
    ...{ place: 'browser', returnUrl: `${ORIGIN}/order?order=${orderId}` },
    ...body,
  })
const openTill = async (orderId: string, paymentId = newId()) =>
  (await begin(orderId, paymentId)).json<{ till: { kind: 'redirect'; url: string } }>().till
const orderNow = async (orderId: string) =>
  (await buyer.call(`GET /api/shops/${shop.shopId}/orders/${orderId}`)).json().order
const step = (who: ApiClient, orderId: string, action: string) => stepOrder(shop, who, orderId, action)

describe('an order paid by Alipay', () => {
  it('is paid by the notice, and refunded in full when the shop cancels it', async () => {
    const id = await placeOrder()
    expect(await answerPage(await openTill(id), 'pay')).toBe(`${ORIGIN}/order?order=${id}`)
    await bed.simulator.work()
    expect(bed.simulator.notices.deliveries).toEqual([{ eventType: 'TRADE_SUCCESS', status: 200 }])
    expect(await orderNow(id)).toMatchObject({
      state: 'placed',
      payment: { method: 'alipay', state: 'paid' },
    })
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ alipay: 5000, sales: -5000 })
    await step(shop.owner, id, 'cancel')
    await env.app.worker.runDue()
    expect(await orderNow(id)).toMatchObject({ state: 'cancelled', payment: { state: 'refunded' } })
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ returns: 5000, sales: -5000 })
  })

  it('is marked paid by the payment query of its page when the notice is lost', async () => {
    bed.simulator.notices.faults = { ...bed.simulator.notices.faults, lost: true }
    const [id, paymentId] = [await placeOrder(), newId()]
    await answerPage(await openTill(id, paymentId), 'pay')
    const answer = await buyer.call(`GET ${paymentPath(shop, id, paymentId)}`)
    expect(answer.json()).toMatchObject({ payment: { state: 'paid' }, order: { payment: { state: 'paid' } } })
  })

  it('ignores forged notices and repeats of true ones', async () => {
    bed.simulator.notices.faults = { ...bed.simulator.notices.faults, forged: true, copies: 3 }
    const id = await placeOrder()
    await answerPage(await openTill(id), 'pay')
    for (let i = 0; i < 3; i++) await bed.simulator.work()
    const statuses = bed.simulator.notices.deliveries.map(({ eventType, status }) => `${eventType} ${status}`)
    expect(statuses).toEqual(Array.from({ length: 3 }, () => ['FORGED 401', 'TRADE_SUCCESS 200']).flat())
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ alipay: 5000, sales: -5000 })
  })

  it('has one of two payments refunded when it is paid from two phones', async () => {
    const id = await placeOrder()
    const [first, second] = [await openTill(id), await openTill(id)]
    await answerPage(first, 'pay')
    await answerPage(second, 'pay')
    await bed.simulator.work()
    await env.app.worker.runDue()
    const held = bed.simulator.trades
      .all()
      .map(({ amount, refunds }) => amount - refunds.reduce((sum, one) => sum + one.amount, 0))
    expect(held.sort()).toEqual([0, 5000])
    expect((await orderNow(id)).payment.state).toBe('paid')
  })

  it('is paid on the page for computers at one, where the seller has signed that', async () => {
    await grant({ merchant: ALIPAY_OWNER, isLimited: false, page: true })
    const id = await placeOrder()
    const { till } = (await begin(id, newId(), { place: 'computer' })).json()
    expect(new URL(till.url).searchParams.get('method')).toBe('alipay.trade.page.pay')
    expect(await answerPage(till, 'pay')).toBe(`${ORIGIN}/order?order=${id}`)
    await bed.simulator.work()
    expect(await orderNow(id)).toMatchObject({ payment: { method: 'alipay', state: 'paid' } })
    await step(shop.owner, id, 'cancel')
    await env.app.worker.runDue()
    expect(await orderNow(id)).toMatchObject({ state: 'cancelled', payment: { state: 'refunded' } })
  })

  it('is not offered on computers without that, but paid by apps that do not know computers', async () => {
    const placesNow = async () =>
      (await buyer.call(`GET /api/storefronts/${shop.slug}`)).json().onlinePayments[0].places
    expect(await placesNow()).toEqual(['browser', 'alipay'])
    const id = await placeOrder()
    expect((await begin(id, newId(), { place: 'computer' })).json().code).toBe('payment-unavailable')
    const { method } = Object.fromEntries(new URL((await openTill(id)).url).searchParams)
    expect(method).toBe('alipay.trade.wap.pay')
    await grant({ merchant: ALIPAY_OWNER, isLimited: false, page: true })
    expect(await placesNow()).toEqual(['browser', 'alipay', 'computer'])
  })

  it('agrees with the statement of its day, which names its fee, and with that of a day without payments', async () => {
    const startOfNext = startOfDay(addDays(dayOf(env.deps.clock()), 1))
    env.advance(startOfNext + 9 * HOUR - env.deps.clock())
    const day = dayOf(env.deps.clock())
    const [paid, returned] = [await placeOrder(), await placeOrder()]
    for (const id of [paid, returned]) await answerPage(await openTill(id), 'pay')
    await bed.simulator.work()
    await step(shop.owner, returned, 'cancel')
    await env.app.worker.runDue()
    env.advance(25 * HOUR)
    const [service] = connectedServices(env.deps.payments)
    if (!service) throw new Error('no service is connected')
    expect(await checkDay(env.deps, service, day)).toEqual([])
    expect(await ledgerOf(env, shop.shopId, paid)).toEqual({ alipay: 4970, sales: -5000, fees: 30 })
    expect(await checkDay(env.deps, service, addDays(day, -1))).toEqual([])
  })

  it('is cancelled after 15 minutes, and its payment page rejects payment', async () => {
    const id = await placeOrder()
    const till = await openTill(id)
    await fetch(till.url)
    await env.runAfter(15 * 60_000)
    expect(await orderNow(id)).toMatchObject({ state: 'cancelled', payment: { state: 'void' } })
    await expect(answerPage(till, 'pay')).rejects.toThrow('no till')
  })

  it('cannot be paid inside WeChat, nor above the limit of a seller without a licence', async () => {
    const id = await placeOrder()
    expect((await begin(id, newId(), { place: 'wechat-browser' })).json().code).toBe('payment-unavailable')
    await grant({ merchant: ALIPAY_OWNER, isLimited: true })
    expect((await begin(id)).statusCode).toBe(200)
    const large = await placeOrder(81)
    expect((await begin(large)).json().code).toBe('payment-unavailable')
  })
})

describe.each(['browser', 'computer'])('money of Alipay, paid in the place %s', (place) => {
  beforeEach(async () => {
    await grant({ merchant: ALIPAY_OWNER, isLimited: false, page: true })
    env.advance(startOfDay(addDays(dayOf(env.deps.clock()), 1)) + 9 * HOUR - env.deps.clock())
    day = dayOf(env.deps.clock())
  })
  let day: string
  const tillOf = async (id: string) => (await begin(id, newId(), { place })).json().till
  const settle = async () => {
    await bed.simulator.work()
    await env.app.worker.runDue()
  }
  /** Compares the statement of the day, to the fen. */
  const expectStatement = async () => {
    env.advance(25 * HOUR)
    const [service] = connectedServices(env.deps.payments)
    expect(service && (await checkDay(env.deps, service, day))).toEqual([])
  }

  it('is returned in two parts after notices that come twice', async () => {
    bed.simulator.notices.faults = { ...bed.simulator.notices.faults, copies: 2 }
    const id = await placeOrder()
    await answerPage(await tillOf(id), 'pay')
    await settle()
    for (const amount of [1000, 4000]) {
      const path = `/api/shops/${shop.shopId}/orders/${id}/refunds/${newId()}`
      expect((await shop.owner.call(`PUT ${path}`, { amount, note: '少装了' })).statusCode).toBe(200)
      await settle()
    }
    expect(await orderNow(id)).toMatchObject({ payment: { state: 'refunded' } })
    await expectStatement()
  })

  it('is paid in person after the buyer changed the method, and the page rejects payment', async () => {
    const id = await placeOrder()
    const till = await tillOf(id)
    await fetch(till.url)
    const path = `/api/shops/${shop.shopId}/orders/${id}/payment-method`
    expect((await buyer.call(`PUT ${path}`, { method: 'on-delivery' })).statusCode).toBe(200)
    await expect(answerPage(till, 'pay')).rejects.toThrow('no till')
    expect(await orderNow(id)).toMatchObject({ payment: { method: 'on-delivery', state: 'due' } })
    await expectStatement()
  })

  it('is returned when it is paid after the order was cancelled', async () => {
    const id = await placeOrder()
    const till = await tillOf(id)
    await fetch(till.url)
    bed.simulator.faults.down = true
    await step(buyer, id, 'cancel')
    bed.simulator.faults.down = false
    await answerPage(till, 'pay')
    await settle()
    await settle()
    expect(await orderNow(id)).toMatchObject({ state: 'cancelled', payment: { state: 'void' } })
    expect(await env.deps.db.query.selectFrom('refund').selectAll().execute()).toMatchObject([
      { order_id: id, state: 'done' },
    ])
    await expectStatement()
  })
})
