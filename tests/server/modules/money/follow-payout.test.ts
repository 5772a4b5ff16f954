import { readStuckMoney } from '../../../../server/modules/operator/stuck-money'
import { beginPayouts } from '../../../../server/modules/payouts/begin-payouts'
import { followPayout } from '../../../../server/modules/payouts/follow-payout'
import { formatStuckMoney } from '../../../../server/operator/format-stuck-money'
import { SELLER } from '../../support/payments'
import { env, MINUTE, setUp, shop, tearDown } from '../../support/stories/payment-story'
import {
  accountNow,
  DAY,
  failedNow,
  finishOrder,
  HOUR,
  LEFT,
  pass,
  pathNow,
  payoutsNow,
  setAutomatic,
  silent,
} from './payout-story'

beforeEach(() => setUp())
afterEach(tearDown)

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
    env.simulator.accounts.return((await pathNow()).number, '银行卡已销户')
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
    const first = (await pathNow()).number
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
