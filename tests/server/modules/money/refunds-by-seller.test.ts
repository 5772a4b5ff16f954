import { orderSheetWords } from '@/locales/order/order-sheet'
import { ledgerOf } from '../../support/ledger'
import { readSpreadsheet } from '../../support/read-spreadsheet'
import { buyer, env, paying, setUp, shop, tearDown } from '../../support/stories/payment-story'
import { newId } from '../../support/test-environment'
import { claimOrder, placeTestOrder, stockOf } from '../../support/test-shop'

beforeEach(() => setUp())
afterEach(tearDown)

interface More {
  id?: string
  note?: string
  refundable?: number
}

const refund = (orderId: string, amount: number, { id = newId(), note = '少装了一个', ...seen }: More = {}) =>
  shop.owner.call(`PUT /api/shops/${shop.shopId}/orders/${orderId}/refunds/${id}`, {
    ...{ amount, note, ...seen },
  })
const viewOf = async (orderId: string, who = buyer) =>
  (await who.call(`GET /api/shops/${shop.shopId}/orders/${orderId}`)).json()

/** Returns the amount that WeChat Pay holds of all payments, less refunds, in fen. */
const held = () =>
  env.simulator.transactions
    .all()
    .reduce((sum, one) => sum + one.amount - one.refunds.reduce((all, { amount }) => all + amount, 0), 0)

describe('PUT /api/shops/:shopId/orders/:orderId/refunds/:refundId', () => {
  it('returns a part of the money and shows the refund to both sides', async () => {
    const id = await paying.payOrder()
    expect((await viewOf(id, shop.owner)).refundable).toBe(5000)
    expect((await refund(id, 1200)).json()).toMatchObject({ payment: { state: 'paid' } })
    await paying.settleRefunds()
    expect(held()).toBe(3800)
    expect(await viewOf(id)).toMatchObject({
      order: { state: 'placed', payment: { state: 'paid' } },
      refunds: [{ amount: 1200, note: '少装了一个', state: 'done' }],
    })
    for (const who of [buyer, shop.owner]) expect((await viewOf(id, who)).refundable).toBe(3800)
    expect(env.simulator.transactions.all()[0]?.refunds[0]?.reason).toBe('少装了一个')
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ wechat: 3800, returns: 1200, sales: -5000 })
    expect(await stockOf(env, shop)).toBe(98)
  })

  it('adds the refund to the spreadsheet of orders once the service has returned the money', async () => {
    await refund(await paying.payOrder(), 1200)
    const moved = async () => {
      const answer = await shop.owner.call(`POST /api/shops/${shop.shopId}/orders/sheets`, {})
      const url = new URL(answer.json<{ url: string }>().url).pathname
      const file = await env.app.inject({ method: 'GET', url })
      const [[head = [], row = []] = []] = await readSpreadsheet(file.rawPayload)
      const { collected, returned } = orderSheetWords.columns
      return [row[head.indexOf(collected)], row[head.indexOf(returned)]]
    }
    expect(await moved()).toEqual(['50', ''])
    await paying.settleRefunds()
    expect(await moved()).toEqual(['50', '12'])
  })

  it('notifies the buyer of each amount once it is returned', async () => {
    const channel = { account_id: buyer.accountId, address: 'browser', details: '{}', created_at: 0 }
    await env.deps.db.query
      .insertInto('channel')
      .values({ ...channel, kind: 'push', permits: null, last_request: null })
      .execute()
    const news = async () => {
      await env.app.worker.runDue()
      return (await env.deps.db.query.selectFrom('message').select('event').execute()).map(
        ({ event }) => event,
      )
    }
    const id = await paying.payOrder()
    await refund(id, 1200)
    expect(await news()).toEqual([])
    await paying.settleRefunds()
    expect(await news()).toEqual(['refunded'])
    await refund(id, 3800)
    await paying.settleRefunds()
    expect(await news()).toEqual(['refunded', 'refunded'])
  })

  it('refunds the order as a whole when the rest is returned', async () => {
    const id = await paying.payOrder()
    await refund(id, 1200)
    expect((await refund(id, 3800)).json()).toMatchObject({
      state: 'placed',
      payment: { state: 'refunding' },
    })
    await paying.settleRefunds()
    expect(held()).toBe(0)
    expect((await paying.orderNow(id)).payment.state).toBe('refunded')
    expect((await refund(id, 1)).json().code).toBe('not-allowed-now')
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ returns: 5000, sales: -5000 })
  })

  it('leaves the rest to be returned by a later cancellation', async () => {
    const id = await paying.payOrder()
    await refund(id, 1200)
    await paying.step(shop.owner, id, 'cancel')
    await paying.settleRefunds()
    expect(held()).toBe(0)
    expect(await paying.orderNow(id)).toMatchObject({ state: 'cancelled', payment: { state: 'refunded' } })
    expect(await stockOf(env, shop)).toBe(100)
  })

  it('settles the claim of a buyer by returning everything', async () => {
    const id = await paying.payOrder()
    for (const action of ['accept', 'send']) await paying.step(shop.owner, id, action)
    await claimOrder(shop, buyer, id, { amount: 5000 })
    expect((await refund(id, 5000)).json()).toMatchObject({ afterSale: 'agreed' })
    await paying.settleRefunds()
    expect(await paying.orderNow(id)).toMatchObject({ afterSale: 'settled', payment: { state: 'refunded' } })
  })

  it('returns the money once for a repeated request, and rejects other content under its id', async () => {
    const [id, refundId] = [await paying.payOrder(), newId()]
    for (let i = 0; i < 3; i++) expect((await refund(id, 1200, { id: refundId })).statusCode).toBe(200)
    expect(await paying.refundRows()).toHaveLength(1)
    expect((await refund(id, 1201, { id: refundId })).json().code).toBe('idempotency-conflict')
    expect((await refund(id, 1200, { id: refundId, note: '别的' })).json().code).toBe('idempotency-conflict')
  })

  it('returns nothing when the refundable amount has changed, and repeats known answers', async () => {
    const [id, refundId] = [await paying.payOrder(), newId()]
    const first = { id: refundId, refundable: 5000 }
    expect((await refund(id, 1200, first)).statusCode).toBe(200)
    // the answer was lost, and the seller writes another reason, or repeats the refund from another phone
    expect((await refund(id, 1200, { note: '少了一个', refundable: 5000 })).json()).toMatchObject({
      ...{ code: 'not-allowed-now', current: { id, payment: { state: 'paid' } } },
    })
    expect((await refund(id, 1200, first)).statusCode).toBe(200)
    expect(await paying.refundRows()).toMatchObject([{ amount: 1200 }])
    expect((await refund(id, 1200, { refundable: 3800 })).statusCode).toBe(200)
    expect(await paying.refundRows()).toHaveLength(2)
  })

  it('returns no more than was paid, by one refund or by many at the same time', async () => {
    const id = await paying.payOrder()
    expect((await refund(id, 5001)).json()).toMatchObject({
      code: 'bad-input',
      fields: [{ path: '/amount' }],
    })
    await Promise.all(Array.from({ length: 10 }, () => refund(id, 900)))
    const sum = (await paying.refundRows()).reduce((all, { amount }) => all + amount, 0)
    expect(sum).toBe(4500)
    await paying.settleRefunds()
    expect(held()).toBe(500)
  })

  it('returns at most twenty parts', async () => {
    const id = await paying.payOrder()
    for (let i = 0; i < 20; i++) expect((await refund(id, 1)).statusCode).toBe(200)
    expect((await refund(id, 1)).json().code).toBe('too-many-steps')
  })

  it('is refused for an order that is unpaid or paid in person', async () => {
    const unpaid = await paying.placeOrder()
    expect((await refund(unpaid, 1)).json().code).toBe('not-allowed-now')
    const { id } = await placeTestOrder(shop, buyer, {
      payment: { method: 'on-pickup' },
      fulfilment: { kind: 'pickup' },
    })
    expect((await refund(id, 1)).json().code).toBe('not-allowed-now')
    expect(await viewOf(id, shop.owner)).not.toHaveProperty('refundable')
  })
})
