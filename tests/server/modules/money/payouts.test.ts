import { endShop } from '../../../../server/modules/closing/end-shop'
import { beginPayouts } from '../../../../server/modules/payouts/begin-payouts'
import { grantWechatPay, SELLER } from '../../support/payments'
import { buyer, env, paying, setUp, shop, tearDown } from '../../support/stories/payment-story'
import { claimOrder, openShop } from '../../support/test-shop'
import {
  accountNow,
  DAY,
  failedNow,
  finishOrder,
  HOUR,
  LEFT,
  pass,
  payOrder,
  payoutsNow,
  setAutomatic,
  silent,
} from './payout-story'

beforeEach(() => setUp())
afterEach(tearDown)

describe('beginPayouts', () => {
  it('pays out once a day what finished orders have brought, and queries it until the bank has it', async () => {
    await finishOrder()
    expect(await accountNow()).toMatchObject({ available: LEFT, reserve: 0, payouts: [] })
    await pass(HOUR)
    expect(await accountNow()).toEqual({
      ...{ available: 0, reserve: 0, isAutomatic: false },
      payouts: [{ day: '2026-11-25', amount: LEFT, state: 'processing' }],
    })
    await finishOrder()
    await pass(HOUR)
    expect(await payoutsNow()).toHaveLength(1)
    await pass(2 * DAY)
    expect((await payoutsNow()).map(({ day, amount, state }) => [day, amount, state])).toEqual([
      ['2026-11-26', LEFT, 'done'],
      ['2026-11-25', LEFT, 'done'],
    ])
    expect(await failedNow()).toBeUndefined()
  })

  it('begins no payout before nine in the morning', async () => {
    await finishOrder()
    await env.pass(15 * HOUR)
    await beginPayouts(env.deps, silent)
    expect(await payoutsNow()).toEqual([])
    await env.pass(8 * HOUR)
    await beginPayouts(env.deps, silent)
    expect(await payoutsNow()).toMatchObject([{ day: '2026-11-26', state: 'requested' }])
  })

  it('leaves a reserve for orders that are not sent, claims and refunds under way', async () => {
    const claimed = await finishOrder()
    await finishOrder()
    await claimOrder(shop, buyer, claimed, { amount: 1000 })
    await payOrder()
    const returned = await payOrder()
    env.simulator.isBalanceLow = true
    await paying.step(shop.owner, returned, 'cancel')
    expect(await accountNow()).toMatchObject({ available: 4 * LEFT, reserve: 15_000 })
    await pass(HOUR)
    expect(await payoutsNow()).toMatchObject([{ amount: 4 * LEFT - 15_000 }])
  })

  it('leaves a reserve for a claim that the seller has answered with an offer', async () => {
    const claimed = await finishOrder()
    await claimOrder(shop, buyer, claimed, { amount: 1000 })
    await paying.step(shop.owner, claimed, 'offer', { amount: 500 })
    expect(await paying.orderNow(claimed)).toMatchObject({ afterSale: 'offered' })
    await pass(HOUR)
    expect(await payoutsNow()).toEqual([])
    expect(await accountNow()).toMatchObject({ available: LEFT, reserve: LEFT })
  })

  it('does not count on money that WeChat holds until goods are sent', async () => {
    await finishOrder()
    const id = await paying.placeOrder()
    env.simulator.cashier((await paying.openTill(id)).params, 'pay')
    await env.pass(0)
    expect(await paying.orderNow(id)).toMatchObject({ payment: { state: 'paid' } })
    expect(await accountNow()).toMatchObject({ available: LEFT, reserve: 0 })
  })

  it('begins one payout when two servers begin it', async () => {
    await finishOrder()
    await Promise.all([beginPayouts(env.deps, silent), beginPayouts(env.deps, silent)])
    expect(await payoutsNow()).toHaveLength(1)
    await pass(2 * HOUR)
    expect(await accountNow()).toMatchObject({ available: 0, payouts: [{ state: 'processing' }] })
  })

  it('begins none for a seller of whom an operator has blocked a shop, who reads that', async () => {
    await finishOrder()
    await env.deps.db.query.updateTable('shop').set({ blocked_at: env.deps.clock() }).execute()
    await pass(2 * HOUR)
    expect(await accountNow()).toMatchObject({ isPaused: true, payouts: [] })
  })

  it('begins none where WeChat Pay pays out by itself', async () => {
    setAutomatic()
    await payOrder()
    await pass(2 * HOUR)
    expect(await accountNow()).toEqual({ available: LEFT, reserve: 0, isAutomatic: true, payouts: [] })
  })

  it('pays a seller out when the balance of another one cannot be read', async () => {
    await finishOrder()
    const other = await openShop(env)
    await grantWechatPay(env, other.shopId, { merchant: '1900000999' })
    await env.deps.db.query
      .updateTable('shop')
      .set({ opened_at: 1 })
      .where('shop_id', '=', other.shopId)
      .execute()
    await pass(HOUR)
    expect(await payoutsNow()).toMatchObject([{ state: 'processing' }])
  })

  it('counts the orders of all shops of a seller, who reads the same in each', async () => {
    const other = await openShop(env)
    await grantWechatPay(env, other.shopId)
    await finishOrder()
    await payOrder()
    const { account } = (await other.owner.call(`GET /api/shops/${other.shopId}/payouts`)).json()
    expect(account).toEqual(await accountNow())
    expect(account).toMatchObject({ available: 2 * LEFT, reserve: 5000 })
    await pass(HOUR)
    const after = (await other.owner.call(`GET /api/shops/${other.shopId}/payouts`)).json()
    expect(after.account.payouts).toMatchObject([{ amount: 2 * LEFT - 5000 }])
  })
})

it('endShop keeps a closed shop while a payout can still be returned', async () => {
  await finishOrder()
  await pass(2 * DAY)
  const { query, withTx } = env.deps.db
  // claims are possible for a while
  await query.updateTable('shop_order').set({ claim_until: 1 }).execute()
  await query.updateTable('shop').set({ closed_at: env.deps.clock() }).execute()
  const end = () => withTx((tx) => endShop(tx, shop.shopId, env.deps.clock()))
  env.advance(10 * DAY)
  expect(await end()).toBe(false)
  env.advance(15 * DAY)
  expect(await end()).toBe(true)
})

it('a shop without a seller of the platform has no account', async () => {
  await env.deps.db.query
    .updateTable('shop')
    .set({
      payment_grants: JSON.stringify({
        subject: 'company',
        wechat: { role: 'partner', merchant: SELLER, h5: true, browser: true },
      }),
    })
    .execute()
  expect(await accountNow()).toBeUndefined()
})
