import { ledgerOf } from '../../support/ledger'
import { buyer, env, MINUTE, paying, setUp, shop, tearDown } from '../../support/stories/payment-story'
import { newId } from '../../support/test-environment'
import { claimOrder, readToday, stockOf } from '../../support/test-shop'

afterEach(tearDown)

describe('an order paid in advance', () => {
  beforeEach(() => setUp())

  it('cannot be accepted before it is paid', async () => {
    const id = await paying.placeOrder()
    expect((await paying.step(shop.owner, id, 'accept')).json().code).toBe('not-allowed-now')
    const today = await shop.owner.call(`GET /api/shops/${shop.shopId}/today`)
    expect(today.json()).toMatchObject({ waiting: 0, arrived: 0 })
    expect((await paying.step(buyer, id, 'cancel')).json()).toMatchObject({
      state: 'cancelled',
      payment: { state: 'void' },
    })
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({})
  })

  it('is listed and counted for the shop only once it is paid', async () => {
    const placed = async () =>
      (await shop.owner.call(`GET /api/shops/${shop.shopId}/orders?state=placed`)).json().items.length
    const todayNow = async () => {
      const { arrived, waiting, days } = await readToday(shop)
      return { arrived, waiting, sold: days.at(-1).orders }
    }
    const unpaid = await paying.placeOrder()
    expect([await placed(), await todayNow()]).toEqual([0, { arrived: 0, waiting: 0, sold: 0 }])
    await paying.payOrder()
    expect([await placed(), await todayNow()]).toEqual([1, { arrived: 1, waiting: 1, sold: 1 }])
    // an order that is given up unpaid is no news
    await paying.step(buyer, unpaid, 'cancel')
    expect((await todayNow()).arrived).toBe(1)
    const mine = (await shop.owner.call('GET /api/me/shops')).json().items[0]
    expect(mine.waiting).toBe(1)
  })

  it('is cancelled after a quarter of an hour, and its payment is closed at the service', async () => {
    const id = await paying.placeOrder()
    const { params, paymentId } = await paying.openTill(id)
    await env.runAfter(15 * MINUTE)
    expect(await paying.orderNow(id)).toMatchObject({ state: 'cancelled', payment: { state: 'void' } })
    expect((await paying.ask(id, paymentId)).payment.state).toBe('closed')
    expect(env.simulator.cashier(params, 'pay')).not.toBe('requestPayment:ok')
    expect(await stockOf(env, shop)).toBe(100)
    expect((await paying.start(id)).json().code).toBe('not-allowed-now')
  })

  it('is paid when the buyer pays before the closing, although every notice is lost', async () => {
    env.simulator.notices.faults = { ...env.simulator.notices.faults, lost: true }
    const id = await paying.placeOrder()
    env.simulator.cashier((await paying.openTill(id)).params, 'pay')
    await env.pass(15 * MINUTE)
    await env.app.worker.runDue()
    expect(await paying.orderNow(id)).toMatchObject({ state: 'placed', payment: { state: 'paid' } })
    expect(await stockOf(env, shop)).toBe(98)
  })

  it('is cancelled while the service is down, and a payment made meanwhile is refunded', async () => {
    const id = await paying.placeOrder()
    env.simulator.cashier((await paying.openTill(id)).params, 'pay')
    env.simulator.faults = { ...env.simulator.faults, down: true }
    await env.runAfter(15 * MINUTE)
    expect(await paying.orderNow(id)).toMatchObject({ state: 'cancelled', payment: { state: 'void' } })
    env.simulator.faults = { ...env.simulator.faults, down: false }
    await env.pass(0)
    expect(await paying.refundRows()).toMatchObject([{ reason: 'order-closed', amount: 5000 }])
    await paying.settleRefunds()
    expect(await paying.refundRows()).toMatchObject([{ state: 'done' }])
    expect(await paying.orderNow(id)).toMatchObject({ state: 'cancelled', payment: { state: 'void' } })
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({})
    expect(await stockOf(env, shop)).toBe(100)
  })

  it('is cancelled and refunded when the shop does not answer within two days of the payment', async () => {
    await env.app.worker.start(1_000_000)
    const id = await paying.payOrder()
    for (let hour = 0; hour < 49; hour++) await env.runAfter(60 * MINUTE)
    await paying.settleRefunds()
    const order = await paying.orderNow(id)
    expect(order).toMatchObject({ state: 'cancelled', payment: { state: 'refunded' } })
    expect(order.history.map(({ action }: { action: string }) => action)).toEqual([
      ...['confirm', 'expire', 'settle-refund'],
    ])
  })

  it('is refunded when its buyer cancels it before the shop accepts', async () => {
    const id = await paying.payOrder()
    expect((await paying.step(buyer, id, 'cancel')).json()).toMatchObject({ payment: { state: 'refunding' } })
    await paying.settleRefunds()
    expect(await paying.orderNow(id)).toMatchObject({ payment: { state: 'refunded' } })
  })

  it('is refunded when the shop agrees to a refund, which the service settles', async () => {
    const id = await paying.payOrder()
    for (const action of ['accept', 'send', 'finish']) await paying.step(shop.owner, id, action)
    await claimOrder(shop, buyer, id, { amount: 5000 })
    expect((await paying.step(shop.owner, id, 'agree')).json()).toMatchObject({
      ...{ state: 'done', payment: { state: 'refunding' }, afterSale: 'agreed' },
    })
    expect((await paying.step(shop.owner, id, 'settle')).json().code).toBe('not-allowed-now')
    await paying.settleRefunds()
    expect(await paying.orderNow(id)).toMatchObject({ payment: { state: 'refunded' }, afterSale: 'settled' })
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ returns: 5000, sales: -5000 })
  })
})

describe('a refund', () => {
  beforeEach(() => setUp())

  async function cancelPaid() {
    const id = await paying.payOrder()
    await paying.step(shop.owner, id, 'cancel')
    return id
  }

  it('is sent again under the same number when the service did not answer', async () => {
    const id = await cancelPaid()
    env.simulator.faults = { ...env.simulator.faults, unanswered: 1 }
    await env.app.worker.runDue()
    // the service may have taken it, so it is not called refused
    expect(await paying.refundRows()).toMatchObject([{ state: 'requested', last_error: null }])
    await env.pass(MINUTE)
    await env.app.worker.runDue()
    await env.pass(5000)
    expect(await paying.orderNow(id)).toMatchObject({ payment: { state: 'refunded' } })
    expect(env.simulator.transactions.all().flatMap(({ refunds }) => refunds)).toHaveLength(1)
  })

  it('is settled by the job when its notice is lost', async () => {
    const id = await cancelPaid()
    env.simulator.notices.faults = { ...env.simulator.notices.faults, lost: true }
    await env.app.worker.runDue()
    await env.pass(MINUTE)
    await env.app.worker.runDue()
    expect(await paying.orderNow(id)).toMatchObject({ payment: { state: 'refunded' } })
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ returns: 5000, sales: -5000 })
  })

  it('is marked as failed and stays owed when the service cannot return the money', async () => {
    env.simulator.refundsEnd = 'ABNORMAL'
    const id = await cancelPaid()
    await paying.settleRefunds()
    expect(await paying.refundRows()).toMatchObject([{ state: 'failed' }])
    expect(await paying.orderNow(id)).toMatchObject({ payment: { state: 'refunding' } })
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({
      wechat: 5000,
      refundable: -5000,
      returns: 5000,
      sales: -5000,
    })
  })
})

describe('a claim of an order that was paid online', () => {
  beforeEach(() => setUp())

  async function deliverPaid(): Promise<string> {
    const id = await paying.payOrder()
    for (const action of ['accept', 'send', 'finish']) await paying.step(shop.owner, id, action)
    return id
  }

  const claimsOf = async (id: string) =>
    (await buyer.call(`GET /api/shops/${shop.shopId}/orders/${id}`)).json().claims

  it('returns the agreed part, which the service settles, and the order stays paid', async () => {
    const id = await deliverPaid()
    await claimOrder(shop, buyer, id, { amount: 1200 })
    expect((await paying.step(shop.owner, id, 'agree')).json()).toMatchObject({
      ...{ afterSale: 'agreed', payment: { state: 'paid' } },
    })
    expect((await paying.step(shop.owner, id, 'settle')).json().code).toBe('not-allowed-now')
    await paying.settleRefunds()
    expect(await paying.orderNow(id)).toMatchObject({ afterSale: 'settled', payment: { state: 'paid' } })
    expect(await claimsOf(id)).toMatchObject([{ state: 'settled', granted: 1200 }])
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ wechat: 3800, returns: 1200, sales: -5000 })
  })

  it('blocks other refunds of the seller while it is open', async () => {
    const id = await deliverPaid()
    await claimOrder(shop, buyer, id, { amount: 3000 })
    const refund = (amount: number) =>
      shop.owner.call(`PUT /api/shops/${shop.shopId}/orders/${id}/refunds/${newId()}`, {
        ...{ amount, note: '少装了一个' },
      })
    expect((await refund(2000)).json().code).toBe('not-allowed-now')
    await paying.step(shop.owner, id, 'agree')
    await paying.settleRefunds()
    expect((await refund(2000)).json()).toMatchObject({ payment: { state: 'refunding' } })
    await paying.settleRefunds()
    expect(await paying.orderNow(id)).toMatchObject({ afterSale: 'settled', payment: { state: 'refunded' } })
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ returns: 5000, sales: -5000 })
  })

  it.each([
    ['a part', 1200, { returns: 1200, cash: -1200, wechat: 5000, sales: -5000 }, 'paid'],
    ['all', 5000, { returns: 5000, cash: -5000, wechat: 5000, sales: -5000 }, 'refunded'],
  ])(
    'is settled by the seller when the service cannot return %s of the money',
    async (_, amount, ledger, end) => {
      const id = await deliverPaid()
      await claimOrder(shop, buyer, id, { amount })
      env.simulator.refundsEnd = 'ABNORMAL'
      await paying.step(shop.owner, id, 'agree')
      await paying.settleRefunds()
      const failed = await paying.orderNow(id)
      expect(failed).toMatchObject({ afterSale: 'agreed', claimRefundFailed: true })
      expect(failed.history.at(-1)).toMatchObject({ action: 'claim-refund-failed', by: 'gateway' })
      const today = async () => (await readToday(shop)).openRefunds
      expect(await today()).toBe(1)
      expect((await paying.step(buyer, id, 'settle')).json().code).toBe('not-allowed-now')
      const settled = (await paying.step(shop.owner, id, 'settle')).json()
      expect(settled).toMatchObject({ afterSale: 'settled', payment: { state: end } })
      expect(settled.claimRefundFailed).toBeUndefined()
      expect(await paying.refundRows()).toMatchObject([{ state: 'by-hand', amount }])
      expect(await claimsOf(id)).toMatchObject([{ state: 'settled', granted: amount }])
      expect(await ledgerOf(env, shop.shopId, id)).toEqual(ledger)
      expect(await today()).toBe(0)
    },
  )

  it('is not counted as open while the service returns the money', async () => {
    const id = await deliverPaid()
    await claimOrder(shop, buyer, id, { amount: 1200 })
    const counts = async () => (await readToday(shop)).openRefunds
    const listed = async () =>
      (await shop.owner.call(`GET /api/shops/${shop.shopId}/orders?afterSale=open`)).json().items.length
    expect([await counts(), await listed()]).toEqual([1, 1])
    await paying.step(shop.owner, id, 'agree')
    expect([await counts(), await listed()]).toEqual([0, 0])
  })

  it('can be made after a cancel request that the shop declined by sending the order', async () => {
    const id = await paying.payOrder()
    await paying.step(shop.owner, id, 'accept')
    await paying.step(buyer, id, 'ask-cancel')
    const sent = await paying.step(shop.owner, id, 'send', { declinesCancel: true })
    expect(sent.json()).toMatchObject({ afterSale: 'cancel-declined' })
    expect((await claimOrder(shop, buyer, id, { amount: 1200 })).json()).toMatchObject({ afterSale: 'asked' })
  })

  it('refunds the order when a second claim returns the rest', async () => {
    const id = await deliverPaid()
    for (const amount of [1000, 4000]) {
      await claimOrder(shop, buyer, id, { amount })
      await paying.step(shop.owner, id, 'agree')
      await paying.settleRefunds()
    }
    expect(await claimsOf(id)).toMatchObject([{ state: 'settled' }, { state: 'settled' }])
    expect((await paying.orderNow(id)).payment.state).toBe('refunded')
  })

  it('is not needed when the shop agrees to a cancel request, which refunds the order', async () => {
    const id = await paying.payOrder()
    await paying.step(shop.owner, id, 'accept')
    await paying.step(buyer, id, 'ask-cancel')
    expect((await paying.step(shop.owner, id, 'agree-cancel')).json()).toMatchObject({
      ...{ state: 'cancelled', payment: { state: 'refunding' } },
    })
    await paying.settleRefunds()
    expect(await paying.orderNow(id)).toMatchObject({ state: 'cancelled', payment: { state: 'refunded' } })
  })
})
