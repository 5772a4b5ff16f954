import { beginPayouts } from '../../../server/modules/payouts/begin-payouts'
import { followPayout } from '../../../server/modules/payouts/follow-payout'
import { formatStuckMoney, readStuckMoney } from '../../../server/operator/stuck-money'
import { buyer, env, MINUTE, orderNow, paying, setUp, shop, start, tearDown } from '../support/payment-story'
import { SELLER } from '../support/payments'
import { newId } from '../support/test-environment'
import { claimOrder } from '../support/test-shop'

const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** An order of 50 yuan without the fee of 0.6 %. */
const LEFT = 4970

const silent = { warn: () => undefined, error: () => undefined, info: () => undefined }

beforeEach(() => setUp())
afterEach(tearDown)

/** Places an order that is paid on a computer, whose money WeChat does not hold; returns its id. */
async function payOrder(): Promise<string> {
  const id = await paying.placeOrder()
  expect((await start(id, newId(), { place: 'computer' })).statusCode).toBe(200)
  const transaction = env.simulator.transactions.all().at(-1)
  expect(transaction && env.simulator.pay(transaction)).toBe(true)
  await env.pass(0)
  return id
}

async function finishOrder(): Promise<string> {
  const id = await payOrder()
  for (const action of ['accept', 'send', 'finish'])
    expect((await paying.step(shop.owner, id, action)).statusCode).toBe(200)
  return id
}

/** Lets time pass in steps in which jobs run, as they do on a server. */
async function pass(ms: number, every = HOUR): Promise<void> {
  for (let passed = 0; passed < ms; passed += every) {
    await env.pass(every)
    await beginPayouts(env.deps, silent)
    await env.app.worker.runDue()
  }
}

const accountNow = async () =>
  (await shop.owner.call(`GET /api/shops/${shop.shopId}/payouts`)).json<{
    account?: {
      available?: number
      reserve: number
      payouts: { day: string; amount: number; state: string; reason?: string }[]
    }
  }>().account
const payoutsNow = async () => (await accountNow())?.payouts ?? []
const failedNow = async () =>
  (await shop.owner.call(`GET /api/shops/${shop.shopId}/today`)).json().failedPayout
const numberNow = async () =>
  (await env.deps.db.query.selectFrom('payout').select('number').orderBy('created_at', 'desc').execute())[0]
    ?.number ?? ''

describe('payouts to the bank account of a seller', () => {
  it('are made once a day, of what finished orders have brought', async () => {
    await finishOrder()
    expect(await accountNow()).toMatchObject({ available: LEFT, reserve: 0, payouts: [] })
    await pass(90 * MINUTE, 30 * MINUTE)
    expect(await accountNow()).toEqual({
      ...{ available: 0, reserve: 0, isAutomatic: false },
      payouts: [{ day: '2026-11-25', amount: LEFT, state: 'done' }],
    })
    await finishOrder()
    await pass(HOUR)
    expect(await payoutsNow()).toHaveLength(1)
    await pass(DAY)
    expect((await payoutsNow()).map(({ day, amount, state }) => [day, amount, state])).toEqual([
      ['2026-11-26', LEFT, 'done'],
      ['2026-11-25', LEFT, 'done'],
    ])
    expect(await failedNow()).toBeUndefined()
  })

  it('begin in the morning', async () => {
    await finishOrder()
    await env.pass(15 * HOUR)
    await beginPayouts(env.deps, silent)
    expect(await payoutsNow()).toEqual([])
    await env.pass(8 * HOUR)
    await beginPayouts(env.deps, silent)
    expect(await payoutsNow()).toMatchObject([{ day: '2026-11-26', state: 'requested' }])
  })

  it('leave a reserve for orders that are not sent, claims and refunds under way', async () => {
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

  it('do not count on money that WeChat holds until goods are sent', async () => {
    env.simulator.accounts.isHeld = ({ openid }) => openid !== undefined
    await finishOrder()
    const id = await paying.placeOrder()
    env.simulator.cashier(await paying.openTill(id), 'pay')
    await env.pass(0)
    expect(await orderNow(id)).toMatchObject({ payment: { state: 'paid' } })
    expect(await accountNow()).toMatchObject({ available: LEFT, reserve: 0 })
  })

  it('are requested again under the same number until WeChat Pay answers', async () => {
    await finishOrder()
    await beginPayouts(env.deps, silent)
    env.simulator.faults.down = true
    await pass(HOUR, 10 * MINUTE)
    expect(await payoutsNow()).toMatchObject([{ state: 'requested' }])
    expect(await accountNow()).not.toHaveProperty('available')
    env.simulator.faults.down = false
    // the query finds nothing, and the request that follows arrives without being answered
    env.simulator.faults.unanswered = 1
    await pass(HOUR)
    expect(env.simulator.faults.unanswered).toBe(0)
    expect(await accountNow()).toMatchObject({ available: 0, payouts: [{ state: 'requested' }] })
    await pass(2 * HOUR)
    expect(await accountNow()).toMatchObject({ available: 0, payouts: [{ amount: LEFT, state: 'done' }] })
  })

  it('that the bank returns later are back in the balance, and wait three days', async () => {
    await finishOrder()
    await pass(2 * HOUR)
    expect(await payoutsNow()).toMatchObject([{ state: 'done' }])
    await pass(4 * DAY)
    env.simulator.accounts.return(await numberNow(), '银行卡已销户')
    await pass(DAY)
    expect(await payoutsNow()).toMatchObject([{ state: 'returned', reason: '银行卡已销户', amount: LEFT }])
    expect(await accountNow()).toMatchObject({ available: LEFT })
    expect(await failedNow()).toBe(true)
    await pass(2 * DAY)
    expect(await payoutsNow()).toHaveLength(1)
    await pass(2 * DAY)
    expect(await payoutsNow()).toMatchObject([{ state: 'done', amount: LEFT }, { state: 'returned' }])
    expect(await failedNow()).toBeUndefined()
  })

  it('that the bank refuses are back in the balance, and the log names them', async () => {
    const logged: object[] = []
    env.simulator.accounts.payoutsEnd = 'FAIL'
    await finishOrder()
    await beginPayouts(env.deps, silent)
    const path = { shopId: shop.shopId, number: await numberNow() }
    const log = { ...silent, error: (fields: object) => logged.push(fields) }
    await followPayout(env.deps, path, log)
    await env.pass(HOUR)
    for (const _ of [1, 2]) await followPayout(env.deps, path, log)
    expect(await payoutsNow()).toMatchObject([{ state: 'failed', reason: '银行卡号或户名错误' }])
    expect(await accountNow()).toMatchObject({ available: LEFT })
    expect(await failedNow()).toBe(true)
    expect(logged).toMatchObject([{ number: path.number, merchant: SELLER, state: 'failed' }])
    expect(formatStuckMoney(await readStuckMoney(env.deps.db.query, env.deps.clock()))).toBe(
      `  /s/${shop.slug}, payout ${path.number}: 49.70 yuan, failed (银行卡号或户名错误)`,
    )
  })

  it('that WeChat Pay refuses have failed', async () => {
    await finishOrder()
    await beginPayouts(env.deps, silent)
    await env.deps.db.query.updateTable('payout').set({ amount: 999_999 }).execute()
    await pass(HOUR)
    expect(await payoutsNow()).toMatchObject([{ state: 'failed', reason: 'NOT_ENOUGH' }])
    expect(await accountNow()).toMatchObject({ available: LEFT })
  })

  it('are begun once when two servers begin them', async () => {
    await finishOrder()
    await Promise.all([beginPayouts(env.deps, silent), beginPayouts(env.deps, silent)])
    expect(await payoutsNow()).toHaveLength(1)
    await pass(2 * HOUR)
    expect(await accountNow()).toMatchObject({ available: 0, payouts: [{ state: 'done' }] })
  })

  it('are not made for a shop that an operator has blocked', async () => {
    await finishOrder()
    await env.deps.db.query.updateTable('shop').set({ blocked_at: env.deps.clock() }).execute()
    await pass(2 * HOUR)
    expect(await payoutsNow()).toEqual([])
  })

  it('are left to WeChat Pay when it makes them by itself', async () => {
    const { payouts } = env.deps.payments
    if (payouts) payouts.isAutomatic = true
    await payOrder()
    await pass(2 * HOUR)
    expect(await accountNow()).toEqual({ available: LEFT, reserve: 0, isAutomatic: true, payouts: [] })
  })
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
