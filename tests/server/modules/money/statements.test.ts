import { addDays, dayOf, startOfDay } from '@/domain/day'
import { monthOf } from '@/domain/month'
import type { MoneyMonth } from '@/domain/payment/money-month'
import { checkLedger } from '../../../../server/modules/ledger/check-ledger'
import { checkDay } from '../../../../server/modules/statements/check-day'
import { checkStatements, differingChecks } from '../../../../server/modules/statements/check-statements'
import { connectedServices } from '../../../../server/modules/statements/connected-services'
import { formatStatements } from '../../../../server/operator/ledger-differences'
import { ledgerOf } from '../../support/ledger'
import { env, paying, setUp, shop, tearDown } from '../../support/stories/payment-story'

const HOUR = 3_600_000

const logged: [level: string, facts: object][] = []
const log = {
  warn: (facts: object) => void logged.push(['warn', facts]),
  error: (facts: object) => void logged.push(['error', facts]),
}

let day: string

beforeEach(async () => {
  logged.length = 0
  await setUp()
  // the morning of a day, so that all of it is on one statement
  const next = startOfDay(addDays(dayOf(env.deps.clock()), 1)) + 9 * HOUR
  await env.pass(next - env.deps.clock())
  day = dayOf(env.deps.clock())
})
afterEach(tearDown)

/** Moves the clock to when the statement of the day can be read. */
const tomorrow = async () => env.pass(startOfDay(addDays(day, 1)) + 10 * HOUR - env.deps.clock())

const platform = () => {
  const [service] = connectedServices(env.deps.payments)
  if (!service) throw new Error('no service is connected')
  return service
}

const checks = () => env.deps.db.query.selectFrom('statement_check').selectAll().execute()

describe('the daily comparison with a statement', () => {
  it('finds no difference after payments and refunds, and enters the fees once', async () => {
    const [kept, returned] = [await paying.payOrder(), await paying.payOrder()]
    await paying.step(shop.owner, returned, 'cancel')
    await paying.settleRefunds()
    await tomorrow()
    await checkStatements(env.deps, log)
    expect(logged).toEqual([])
    expect(await checks()).toMatchObject([{ service: 'wechat-platform', day, lines: 3, differences: '[]' }])
    const { fees = 0, wechat = 0 } = await ledgerOf(env, shop.shopId, kept)
    expect(fees).toBeGreaterThan(0)
    expect(wechat).toBe(5000 - fees)
    await checkDay(env.deps, platform(), day)
    expect((await ledgerOf(env, shop.shopId, kept)).fees).toBe(fees)
    expect((await checkLedger(env.deps.db)).differences).toEqual([])
  })

  it('enters each fee at the time of its payment or refund, though the statement is read a day later', async () => {
    await paying.payOrder()
    const returned = await paying.payOrder()
    await paying.step(shop.owner, returned, 'cancel')
    await paying.settleRefunds()
    await tomorrow()
    await checkStatements(env.deps, log)
    const { query } = env.deps.db
    const entered = await query
      .selectFrom('ledger')
      .select('created_at')
      .where('cause', '=', 'fee')
      .orderBy('created_at')
      .execute()
    const moved = await query
      .selectFrom('ledger')
      .select('created_at')
      .where('cause', 'in', ['paid', 'refunded'])
      .orderBy('created_at')
      .execute()
    expect(entered).toHaveLength(3)
    expect(entered).toEqual(moved)
    const month = (
      await shop.owner.call(`GET /api/shops/${shop.shopId}/money/${monthOf(startOfDay(day))}`)
    ).json<MoneyMonth>()
    const { fees = 0 } = await ledgerOf(env, shop.shopId)
    expect(fees).toBeGreaterThan(0)
    expect(month.days.filter((one) => one.fees !== 0)).toMatchObject([{ day, fees }])
  })

  it('reports unknown, differing and missing payments', async () => {
    await paying.payOrder()
    await paying.payOrder()
    const [lost, shrunk] = await env.deps.db.query.selectFrom('payment').selectAll().orderBy('id').execute()
    const { query } = env.deps.db
    const other = { number: 'another-number' }
    await query
      .updateTable('payment')
      .set(other)
      .where('id', '=', lost?.id ?? '')
      .execute()
    await query
      .updateTable('payment')
      .set({ amount: 4900 })
      .where('id', '=', shrunk?.id ?? '')
      .execute()
    await tomorrow()
    await checkStatements(env.deps, log)
    expect(logged).toMatchObject([['error', { service: 'wechat-platform', day }]])
    const text = formatStatements(await differingChecks(query))
    expect(text).toContain(`${lost?.number} (unknown): 50.00 yuan in the statement, nothing recorded`)
    expect(text).toContain(`${shrunk?.number} (amount): 50.00 yuan in the statement, 49.00 yuan recorded`)
    expect(text).toContain('another-number (missing): nothing in the statement, 50.00 yuan recorded')
    for (const row of [lost, shrunk])
      await query
        .updateTable('payment')
        .set({ number: row?.number ?? '', amount: 5000 })
        .where('id', '=', row?.id ?? '')
        .execute()
    await env.pass(25 * HOUR)
    await checkStatements(env.deps, log)
    expect(await differingChecks(query)).toEqual([])
  })

  it('enters no fee for a payment that is not in the ledger', async () => {
    const id = await paying.placeOrder()
    const { params } = await paying.openTill(id)
    const { query } = env.deps.db
    await query.updateTable('payment').set({ amount: 4900 }).execute()
    env.simulator.cashier(params, 'pay')
    await tomorrow()
    await checkStatements(env.deps, log)
    expect(await differingChecks(query)).toHaveLength(1)
    expect(await query.selectFrom('payment').select(['state', 'fee']).execute()).toEqual([
      { state: 'closed', fee: null },
    ])
    expect((await checkLedger(env.deps.db)).differences).toEqual([])
  })

  it('waits until the statement is available, and retries when the service is down', async () => {
    await paying.payOrder()
    await checkStatements(env.deps, log)
    expect(await checks()).toEqual([])
    await tomorrow()
    env.simulator.faults.down = true
    await checkStatements(env.deps, log)
    expect(logged).toMatchObject([['warn', { day }]])
    expect(await checks()).toEqual([])
    env.simulator.faults.down = false
    await checkStatements(env.deps, log)
    expect(await checks()).toMatchObject([{ day, differences: '[]' }])
  })

  it('compares the days of an outage afterwards, from the first payment on', async () => {
    await paying.payOrder()
    await env.pass(3 * 24 * HOUR)
    await paying.payOrder()
    await env.pass(2 * 24 * HOUR)
    await checkStatements(env.deps, log)
    expect((await checks()).map((one) => [one.day, one.lines])).toEqual([
      [day, 1],
      [addDays(day, 1), 0],
      [addDays(day, 2), 0],
      [addDays(day, 3), 1],
    ])
  })
})
