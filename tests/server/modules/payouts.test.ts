import { endShop } from '../../../server/modules/closing/end-shop'
import { beginPayouts } from '../../../server/modules/payouts/begin-payouts'
import { followPayout } from '../../../server/modules/payouts/follow-payout'
import { formatStuckMoney, readStuckMoney } from '../../../server/operator/stuck-money'
import { buyer, env, MINUTE, orderNow, paying, setUp, shop, start, tearDown } from '../support/payment-story'
import { grantWechatPay, SELLER } from '../support/payments'
import { newId } from '../support/test-environment'
import { claimOrder, openShop } from '../support/test-shop'

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
const pathNow = async () => ({ shopId: shop.shopId, number: await numberNow() })
function setAutomatic() {
  const { payouts } = env.deps.payments
  if (payouts) payouts.isAutomatic = true
}
const payoutsNow = async () => (await accountNow())?.payouts ?? []
const failedNow = async () =>
  (await shop.owner.call(`GET /api/shops/${shop.shopId}/today`)).json().failedPayout
const numberNow = async () =>
  (await env.deps.db.query.selectFrom('payout').select('number').orderBy('created_at', 'desc').execute())[0]
    ?.number ?? ''

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
    expect(await orderNow(claimed)).toMatchObject({ afterSale: 'offered' })
    await pass(HOUR)
    expect(await payoutsNow()).toEqual([])
    expect(await accountNow()).toMatchObject({ available: LEFT, reserve: LEFT })
  })

  it('does not count on money that WeChat holds until goods are sent', async () => {
    env.simulator.accounts.isHeld = ({ openid }) => openid !== undefined
    await finishOrder()
    const id = await paying.placeOrder()
    env.simulator.cashier(await paying.openTill(id), 'pay')
    await env.pass(0)
    expect(await orderNow(id)).toMatchObject({ payment: { state: 'paid' } })
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

describe('followPayout', () => {
  it('requests a payout again under the same number until WeChat Pay answers', async () => {
    await finishOrder()
    await beginPayouts(env.deps, silent)
    env.simulator.faults.down = true
    await pass(HOUR, 10 * MINUTE)
    expect(await payoutsNow()).toMatchObject([{ state: 'requested' }])
    expect(await accountNow()).not.toHaveProperty('available')
    env.simulator.faults.down = false
    await pass(2 * HOUR)
    expect(await accountNow()).toMatchObject({
      available: 0,
      payouts: [{ amount: LEFT, state: 'processing' }],
    })
  })

  it('finds a payout whose request was not answered, and requests it no second time', async () => {
    await finishOrder()
    await beginPayouts(env.deps, silent)
    const path = await pathNow()
    const { payouts } = env.deps.payments
    if (!payouts) throw new Error('the server has a platform')
    const { service } = payouts
    let requests = 0
    payouts.service = {
      ...service,
      payOut: (request) => {
        requests++
        env.simulator.faults.unanswered = 1
        return service.payOut(request)
      },
    }
    await followPayout(env.deps, path, silent)
    expect(await payoutsNow()).toMatchObject([{ state: 'requested' }])
    await followPayout(env.deps, path, silent)
    expect(await payoutsNow()).toMatchObject([{ state: 'processing' }])
    expect(requests).toBe(1)
  })

  it('records a payout that the bank returns later, after which the next one waits three days', async () => {
    await finishOrder()
    await pass(2 * DAY)
    expect(await payoutsNow()).toMatchObject([{ state: 'done' }])
    // in the afternoon
    await pass(3 * DAY + 4 * HOUR)
    env.simulator.accounts.return(await numberNow(), '银行卡已销户')
    await pass(DAY)
    expect(await payoutsNow()).toMatchObject([{ state: 'returned', reason: '银行卡已销户', amount: LEFT }])
    expect(await accountNow()).toMatchObject({ available: LEFT })
    expect(await failedNow()).toBe(true)
    await pass(2 * DAY)
    expect(await payoutsNow()).toHaveLength(1)
    await pass(3 * DAY)
    expect(await payoutsNow()).toMatchObject([{ state: 'done', amount: LEFT }, { state: 'returned' }])
    expect(await failedNow()).toBeUndefined()
  })

  it('shows the seller that an earlier payout was returned, though a later one was made', async () => {
    await finishOrder()
    await pass(HOUR)
    const first = await numberNow()
    await finishOrder()
    await pass(2 * DAY)
    expect(await payoutsNow()).toMatchObject([{ state: 'done' }, { state: 'done' }])
    env.simulator.accounts.return(first, '银行卡已销户')
    await pass(DAY)
    expect(await failedNow()).toBe(true)
    setAutomatic()
    expect(await failedNow()).toBeUndefined()
  })

  it.each(['FAIL', 'CLOSE'] as const)(
    'marks a payout as failed when it ends as %s, and logs it once',
    async (end) => {
      const logged: object[] = []
      env.simulator.accounts.payoutsEnd = end
      await finishOrder()
      await beginPayouts(env.deps, silent)
      const path = await pathNow()
      const log = { ...silent, error: (fields: object) => logged.push(fields) }
      await followPayout(env.deps, path, log)
      await env.pass(DAY)
      for (const _ of [1, 2]) await followPayout(env.deps, path, log)
      expect(await payoutsNow()).toMatchObject([{ state: 'failed', reason: '银行卡号或户名错误' }])
      expect(await accountNow()).toMatchObject({ available: LEFT })
      expect(await failedNow()).toBe(true)
      expect(logged).toMatchObject([{ number: path.number, merchant: SELLER, state: 'failed' }])
      expect(formatStuckMoney(await readStuckMoney(env.deps.db.query, env.deps.clock()))).toBe(
        `  /s/${shop.slug}, payout ${path.number}: 49.70 yuan, failed (银行卡号或户名错误)`,
      )
    },
  )

  it('does not request a payout that the balance no longer covers, and begins a smaller one the next day', async () => {
    await finishOrder()
    await beginPayouts(env.deps, silent)
    await env.deps.db.query
      .updateTable('payout')
      .set({ amount: LEFT + 1 })
      .execute()
    await pass(HOUR)
    const [payout] = await payoutsNow()
    expect(payout).toEqual({ day: '2026-11-25', amount: LEFT + 1, state: 'failed' })
    expect(await failedNow()).toBeUndefined()
    await pass(DAY)
    expect(await payoutsNow()).toMatchObject([{ amount: LEFT, state: 'processing' }, { state: 'failed' }])
  })

  it('does not request a payout of a seller who was blocked meanwhile, nor one of six days before', async () => {
    await finishOrder()
    await beginPayouts(env.deps, silent)
    const path = await pathNow()
    const { query } = env.deps.db
    await query.updateTable('shop').set({ blocked_at: env.deps.clock() }).execute()
    await followPayout(env.deps, path, silent)
    expect(await payoutsNow()).toMatchObject([{ state: 'failed' }])
    await query.updateTable('shop').set({ blocked_at: null }).execute()
    const old = env.deps.clock() - 6 * DAY
    await query.updateTable('payout').set({ state: 'requested', created_at: old }).execute()
    await followPayout(env.deps, path, silent)
    expect(await payoutsNow()).toMatchObject([{ state: 'failed' }])
    expect(await accountNow()).toMatchObject({ available: LEFT })
  })

  it('is run again by the sweep after its job has failed for good', async () => {
    await finishOrder()
    await beginPayouts(env.deps, silent)
    const { query } = env.deps.db
    await query.updateTable('job').set({ dead: 1 }).where('kind', '=', 'follow-payout').execute()
    await env.app.worker.runDue()
    expect(await payoutsNow()).toMatchObject([{ state: 'requested' }])
    await pass(HOUR)
    expect(await payoutsNow()).toMatchObject([{ state: 'processing' }])
  })
})

it('a closed shop does not end while a payout can still be returned', async () => {
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
