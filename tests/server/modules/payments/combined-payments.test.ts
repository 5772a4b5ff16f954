import { addDays, dayOf, startOfDay } from '@/domain/day'
import { checkStatements, differingChecks } from '../../../../server/modules/statements/check-statements'
import { ledgerOf } from '../../support/ledger'
import { env, paying, setUp, shop, tearDown } from '../../support/stories/payment-story'

const HOUR = 3_600_000

beforeEach(() => setUp('platform'))
afterEach(tearDown)

/** Begins a payment as the last release did, as a combined order. */
async function beginCombined() {
  const id = await paying.placeOrder()
  const till = await paying.openTill(id)
  for (const transaction of env.simulator.transactions.all()) transaction.isCombined = true
  await env.deps.db.query.updateTable('payment').set({ combined: 1 }).execute()
  return { id, ...till }
}

const attempts = () =>
  env.deps.db.query.selectFrom('payment').select(['state', 'combined']).orderBy('created_at').execute()

describe('a payment that was begun as a combined order', () => {
  it('is confirmed by its notice, and refunded', async () => {
    const { id, params } = await beginCombined()
    env.simulator.cashier(params, 'pay')
    await env.pass(0)
    expect(await paying.orderNow(id)).toMatchObject({ payment: { state: 'paid' } })
    await paying.step(shop.owner, id, 'cancel')
    await paying.settleRefunds()
    expect(await paying.refundRows()).toMatchObject([{ state: 'done' }])
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ returns: 5000, sales: -5000 })
  })

  it('is confirmed by a query when its notice is lost, and found in the statement', async () => {
    env.simulator.notices.faults = { ...env.simulator.notices.faults, lost: true }
    const { id, params, paymentId } = await beginCombined()
    env.simulator.cashier(params, 'pay')
    await env.pass(3000)
    expect((await paying.ask(id, paymentId)).payment.state).toBe('paid')
    const day = dayOf(env.deps.clock())
    await env.pass(startOfDay(addDays(day, 1)) + 10 * HOUR - env.deps.clock())
    await checkStatements(env.deps, { warn: () => undefined, error: () => undefined })
    expect(await differingChecks(env.deps.db.query)).toEqual([])
    expect((await ledgerOf(env, shop.shopId, id)).fees).toBeGreaterThan(0)
  })

  it('is closed with its order', async () => {
    const { id, params } = await beginCombined()
    await env.pass(16 * 60_000)
    await env.app.worker.runDue()
    expect(await paying.orderNow(id)).toMatchObject({ state: 'cancelled', payment: { state: 'void' } })
    expect(await attempts()).toEqual([{ state: 'closed', combined: 1 }])
    expect(env.simulator.cashier(params, 'pay')).toContain('fail')
  })

  it('is closed when its till is opened again, and the next one is single', async () => {
    const { id, paymentId } = await beginCombined()
    const again = (await paying.start(id, paymentId)).json()
    expect(again).toMatchObject({ state: 'closed' })
    expect(again.till).toBeUndefined()
    const { params } = await paying.openTill(id)
    expect(await attempts()).toEqual([
      { state: 'closed', combined: 1 },
      { state: 'open', combined: 0 },
    ])
    env.simulator.cashier(params, 'pay')
    await env.pass(0)
    expect(await paying.orderNow(id)).toMatchObject({ payment: { state: 'paid' } })
  })
})
