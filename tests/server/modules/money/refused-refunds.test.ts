import { ledgerOf } from '../../support/ledger'
import { buyer, env, MINUTE, paying, setUp, shop, tearDown } from '../../support/stories/payment-story'
import { readToday } from '../../support/test-shop'

beforeEach(() => setUp())
afterEach(tearDown)

const refundsOf = async (orderId: string, who = buyer) =>
  (await who.call(`GET /api/shops/${shop.shopId}/orders/${orderId}`)).json().refunds
const refusedToday = async () => (await readToday(shop)).refusedRefunds

describe('a refund that the payment service refuses', () => {
  it('is shown to both sides, with its code to the owner only, until the service accepts it', async () => {
    const id = await paying.payOrder()
    await paying.step(shop.owner, id, 'cancel')
    env.simulator.isBalanceLow = true
    await env.app.worker.runDue()
    const requested = { amount: 5000, state: 'requested', at: expect.any(Number) }
    expect(await refundsOf(id, shop.owner)).toEqual([
      { ...requested, isRefused: true, refusal: 'NOT_ENOUGH' },
    ])
    expect(await refundsOf(id)).toEqual([{ ...requested, isRefused: true }])
    expect(await refusedToday()).toEqual({ count: 1, orderId: id })
    // the seller tops up the account, and the service takes the refund, which it settles a moment later
    env.simulator.isBalanceLow = false
    await env.runAfter(MINUTE)
    expect(await refusedToday()).toBeUndefined()
    expect(await refundsOf(id, shop.owner)).toEqual([requested])
    await env.pass(5000)
    expect(await refundsOf(id, shop.owner)).toMatchObject([{ state: 'done' }])
    expect(await paying.orderNow(id)).toMatchObject({ payment: { state: 'refunded' } })
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ returns: 5000, sales: -5000 })
  })

  it('stays refused while the service does not answer afterwards', async () => {
    const id = await paying.payOrder()
    await paying.step(shop.owner, id, 'cancel')
    env.simulator.isBalanceLow = true
    await env.app.worker.runDue()
    env.simulator.faults = { ...env.simulator.faults, down: true }
    await env.runAfter(MINUTE)
    expect(await paying.refundRows()).toMatchObject([{ state: 'requested', last_error: 'NOT_ENOUGH' }])
  })

  it('is shown for a second payment once it is refused', async () => {
    const id = await paying.placeOrder()
    const tills = [await paying.openTill(id), await paying.openTill(id)]
    for (const { params } of tills) env.simulator.cashier(params, 'pay')
    await env.pass(0)
    expect(await refundsOf(id)).toBeUndefined()
    env.simulator.isBalanceLow = true
    await env.app.worker.runDue()
    expect(await refundsOf(id)).toMatchObject([{ amount: 5000, isRefused: true }])
  })
})
