import { addDays, dayOf, startOfDay } from '@/domain/day'
import type { BuyerPlace, WechatPayRole } from '@/domain/payment/payment-rights'
import { checkLedger } from '../../../../server/modules/ledger/check-ledger'
import { beginPayouts } from '../../../../server/modules/payouts/begin-payouts'
import { checkStatements } from '../../../../server/modules/statements/check-statements'
import { LONG } from '../../support/some-of'
import { paymentPath } from '../../support/stories/paying-shop'
import { buyer, env, MINUTE, paying, setUp, shop, tearDown } from '../../support/stories/payment-story'
import { newId } from '../../support/test-environment'

const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const ROLES: [WechatPayRole, BuyerPlace][] = [
  ['platform', 'shared-app'],
  ['platform', 'browser'],
  ['platform', 'computer'],
  ['partner', 'own-app'],
  ['partner', 'browser'],
  ['partner', 'computer'],
  ['direct', 'own-app'],
  ['direct', 'browser'],
  ['direct', 'computer'],
]

const logged: object[] = []
const log = {
  warn: (facts: object) => void logged.push(facts),
  error: (facts: object) => void logged.push(facts),
}
const silent = { warn: () => undefined, error: () => undefined }

const CARD = { bank: 'PSBC', name: '收款人', number: '6210980000000001' }
const orderPath = (id: string) => `/api/shops/${shop.shopId}/orders/${id}`

/** Begins a payment; returns how it is paid. */
async function begin(id: string, place: BuyerPlace, paymentId = newId()): Promise<() => boolean> {
  const path = `PUT ${paymentPath(shop, id, paymentId)}`
  const answer = await buyer.call(path, { place }, { 'x-forwarded-for': '203.0.113.7' })
  expect([answer.statusCode, answer.body]).toEqual([200, expect.anything()])
  const transaction = env.simulator.transactions.all().at(-1)
  return () => transaction !== undefined && env.simulator.pay(transaction)
}

/** Places an order that is paid; returns its id. */
async function payOrder(place: BuyerPlace): Promise<string> {
  const id = await paying.placeOrder()
  const pay = await begin(id, place)
  expect(pay()).toBe(true)
  await env.pass(0)
  return id
}

/** Places an order whose refund fails after it was paid; returns its id and the number of the refund. */
async function failRefund(place: BuyerPlace): Promise<{ id: string; number: string }> {
  const id = await payOrder(place)
  env.simulator.refundsEnd = 'ABNORMAL'
  await paying.step(shop.owner, id, 'cancel')
  await settle()
  env.simulator.refundsEnd = 'SUCCESS'
  expect(await paying.orderNow(id)).toMatchObject({ unreturned: 5000 })
  return { id, number: (await paying.refundRows()).find(({ order_id }) => order_id === id)?.id ?? '' }
}

const settle = async () => {
  await env.app.worker.runDue()
  await env.pass(5000)
}
const returnByHand = (id: string) => paying.step(shop.owner, id, 'return-by-hand', { amount: 5000 })

/** What can happen to the money of an order; each ends with the state of its payment. */
const STORIES: Record<string, (place: BuyerPlace) => Promise<[id: string, state: string]>> = {
  'paid, with a notice that comes twice and late': async (place) => {
    const id = await paying.placeOrder()
    const pay = await begin(id, place)
    env.simulator.notices.faults = { ...env.simulator.notices.faults, copies: 2, delayMs: 5 * MINUTE }
    pay()
    await env.pass(0)
    expect(await paying.orderNow(id)).toMatchObject({ payment: { state: 'pending' } })
    await env.pass(6 * MINUTE)
    return [id, 'paid']
  },
  'paid, with a notice that is lost': async (place) => {
    const [id, paymentId] = [await paying.placeOrder(), newId()]
    const pay = await begin(id, place, paymentId)
    env.simulator.notices.faults = { ...env.simulator.notices.faults, lost: true }
    pay()
    await env.pass(0)
    await env.pass(MINUTE)
    await buyer.call(`GET ${paymentPath(shop, id, paymentId)}`)
    return [id, 'paid']
  },
  'paid, and returned in two parts': async (place) => {
    const id = await payOrder(place)
    for (const amount of [1000, 4000]) {
      await shop.owner.call(`PUT ${orderPath(id)}/refunds/${newId()}`, { amount, note: '少装了' })
      await settle()
    }
    return [id, 'refunded']
  },
  'returned to a card after the refund failed': async (place) => {
    const { id } = await failRefund(place)
    await shop.owner.call(`PUT ${orderPath(id)}/refund-card`, CARD)
    await settle()
    return [id, 'refunded']
  },
  'returned in person after the refund went to the seller': async (place) => {
    const { id } = await failRefund(place)
    await shop.owner.call(`PUT ${orderPath(id)}/refund-to-seller`)
    await settle()
    await returnByHand(id)
    return [id, 'refunded']
  },
  'returned twice': async (place) => {
    const { id, number } = await failRefund(place)
    await returnByHand(id)
    env.simulator.finishRefund(number)
    await env.pass(0)
    return [id, 'refunded']
  },
  'returned late': async (place) => {
    const { id, number } = await failRefund(place)
    await env.pass(2 * HOUR)
    env.simulator.finishRefund(number)
    await env.pass(0)
    return [id, 'refunded']
  },
  'paid in person after the buyer changed the method': async (place) => {
    const id = await paying.placeOrder()
    const pay = await begin(id, place)
    const { statusCode } = await buyer.call(`PUT ${orderPath(id)}/payment-method`, { method: 'on-delivery' })
    expect(statusCode).toBe(200)
    expect(pay()).toBe(false)
    return [id, 'due']
  },
  'paid after it was cancelled, and returned': async (place) => {
    const id = await paying.placeOrder()
    const pay = await begin(id, place)
    env.simulator.faults.down = true
    await paying.step(buyer, id, 'cancel')
    env.simulator.faults.down = false
    pay()
    await env.pass(0)
    await settle()
    await settle()
    expect(await paying.refundRows()).toContainEqual(expect.objectContaining({ order_id: id, state: 'done' }))
    return [id, 'void']
  },
}

// the short run pays in each role once, and in each place once
describe.each(LONG ? ROLES : ROLES.filter((_, at) => at % 4 === 0))(
  'money of WeChat Pay in the role %s, paid in the place %s',
  (role, place) => {
    beforeAll(async () => {
      await setUp(role, { settings: { trustProxy: ['loopback'] } })
      logged.length = 0
      // the morning of a day, so that all of it is on one statement
      await env.pass(startOfDay(addDays(dayOf(env.deps.clock()), 1)) + 9 * HOUR - env.deps.clock())
    })
    afterAll(tearDown)
    afterEach(async () => {
      env.simulator.notices.faults = { ...env.simulator.notices.faults, lost: false, copies: 1, delayMs: 0 }
      expect((await checkLedger(env.deps.db)).differences).toEqual([])
    })

    it.each(Object.keys(STORIES))('is %s', async (name) => {
      const [id, state] = await (STORIES[name] as (typeof STORIES)[string])(place)
      expect(await paying.orderNow(id)).toMatchObject({ payment: { state } })
    })

    // WeChat holds what was paid in the mini-program
    if (role === 'platform' && place !== 'shared-app')
      it('is paid out to the seller, and returned by the bank', async () => {
        const path = `/api/shops/${shop.shopId}/payouts`
        await beginPayouts(env.deps, silent)
        await env.app.worker.runDue()
        await env.pass(DAY)
        await env.app.worker.runDue()
        const { account } = (await shop.owner.call(`GET ${path}`)).json()
        expect(account.payouts).toMatchObject([{ state: 'done' }])
        const [payout] = await env.deps.db.query.selectFrom('payout').select('number').execute()
        env.simulator.accounts.return(payout?.number ?? '', '银行卡已销户')
        await env.pass(2 * DAY)
        await env.app.worker.runDue()
        const after = (await shop.owner.call(`GET ${path}`)).json().account
        expect(after.payouts).toMatchObject([{ state: 'returned' }])
        expect(after.available).toBe(account.available + account.payouts[0].amount)
      })

    it('is on the statements, to the fen', async () => {
      await env.pass(2 * DAY)
      await env.app.worker.runDue()
      await checkStatements(env.deps, log)
      expect(logged).toEqual([])
      const checks = await env.deps.db.query.selectFrom('statement_check').selectAll().execute()
      expect(checks.length).toBeGreaterThan(0)
      expect(checks.reduce((sum, { lines }) => sum + lines, 0)).toBeGreaterThan(8)
    })
  },
)
