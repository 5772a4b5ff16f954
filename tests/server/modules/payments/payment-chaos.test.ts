import type { CashierParams } from '../../../../server/gateways/wechat-pay/signature'
import { checkLedger } from '../../../../server/modules/ledger/check-ledger'
import { drawPaymentFaults } from '../../../support/payment-faults'
import { createRandom } from '../../../support/random'
import type { ApiClient } from '../../support/api-client'
import { createDatabaseLocation, type DatabaseLocation } from '../../support/database'
import { createPaymentEnvironment, type PaymentEnvironment } from '../../support/payments'
import { openPayingShop, type PayingShop, paymentPath } from '../../support/stories/paying-shop'
import { createTestEnvironment, newId, type TestEnvironment } from '../../support/test-environment'
import { stockOf } from '../../support/test-shop'
import { wechatByCode } from '../../support/wechat'

/** The 20,000 orders of the long run are in `faults/payment-chaos`, on servers that are killed. */
const ORDERS = process.env.KZ_LONG === '1' ? 1000 : 60
const AT_ONCE = 10
const MINUTE = 60_000

let location: DatabaseLocation
let first: PaymentEnvironment
let second: TestEnvironment
let paying: PayingShop
beforeAll(async () => {
  location = await createDatabaseLocation()
  const wechat = wechatByCode()
  first = await createPaymentEnvironment('platform', { databaseLocation: location.location, wechat })
  const { payments, clock, elapsed } = first.deps
  second = await createTestEnvironment({
    databaseLocation: location.location,
    wechat,
    payments,
    clock,
    elapsed,
  })
  paying = await openPayingShop(first, ORDERS * 2)
})
afterAll(async () => {
  await second.app.close()
  await first.close()
  await location.remove()
})

const random = createRandom(20_261_128)
const chance = (share: number) => random() < share

/** Lets other things go wrong with the next orders. */
const shuffleFaults = () => {
  const { notices, service } = drawPaymentFaults(random)
  first.simulator.notices.faults = notices
  first.simulator.faults = service
}

const ignoreRefusal = (error: unknown) => {
  if (!(error instanceof Error) || !/not-allowed-now|unavailable/.test(error.message)) throw error
  return undefined
}

const placed: string[] = []

/** The shop cancels an order of before, which may be paid by now. */
const cancelEarlier = () => {
  const orderId = placed[Math.floor(random() * placed.length)]
  return orderId && paying.step(paying.shop.owner, orderId, 'cancel')
}

/** A buyer places an order and does what buyers do: pays once, twice or not at all, looks again, cancels, or leaves. */
async function live(buyers: readonly ApiClient[]): Promise<void> {
  const [buyer, other] = chance(0.5) ? buyers : [...buyers].reverse()
  if (!buyer || !other) throw new Error('two servers have a buyer each')
  const orderId = await paying.placeOrder(buyer)
  const paymentIds = chance(0.3) ? [newId(), newId()] : [newId()]
  const tills = await Promise.all(
    paymentIds.map((id, i) => paying.openTill(orderId, id, i === 0 ? buyer : other).catch(ignoreRefusal)),
  )
  const pay = (till?: { params: CashierParams }) => till && first.simulator.cashier(till.params, 'pay')
  if (chance(0.75)) pay(tills[0])
  if (chance(0.6)) pay(tills[1])
  if (chance(0.3)) await paying.step(chance(0.5) ? buyer : paying.shop.owner, orderId, 'cancel')
  placed.push(orderId)
  if (chance(0.4)) await other.call(`GET ${paymentPath(paying.shop, orderId, paymentIds[0] ?? '')}`)
}

/** Lets time pass until every job, notice and refund is done. */
async function settle(): Promise<void> {
  first.simulator.faults = { ...first.simulator.faults, down: false }
  for (let i = 0; i < 30; i++) {
    await Promise.all([first.app.worker.runDue(), second.app.worker.runDue()])
    await first.pass(MINUTE)
  }
}

it('ends with a correct ledger when notices are late, doubled, reordered, forged or lost', async () => {
  const buyers = [await paying.signIn('o-one'), await paying.signIn('o-one', second)]
  for (let done = 0; done < ORDERS; done += AT_ONCE) {
    shuffleFaults()
    await Promise.all(Array.from({ length: AT_ONCE }, () => live(buyers)))
    await Promise.all([
      cancelEarlier(),
      cancelEarlier(),
      first.app.worker.runDue(),
      second.app.worker.runDue(),
      first.pass(Math.floor(random() * MINUTE)),
    ])
  }
  await settle()

  const { query } = first.deps.db
  const orders = await query
    .selectFrom('shop_order')
    .select(['id', 'total', 'state', 'payment_state'])
    .execute()
  const payments = await query.selectFrom('payment').selectAll().execute()
  const received = (orderId: string) =>
    payments
      .filter((one) => one.order_id === orderId)
      .flatMap(({ number }) =>
        first.simulator.transactions.all().filter((one) => one.number === number && one.paidAt),
      )
      .reduce((sum, one) => sum + one.amount - one.refunds.reduce((all, { amount }) => all + amount, 0), 0)
  const count = (state: string) => orders.filter(({ payment_state }) => payment_state === state).length
  console.log(`${count('paid')} paid, ${count('refunded')} refunded, ${count('void')} void`)

  expect(orders).toHaveLength(ORDERS)
  expect(count('paid') + count('refunded') + count('void')).toBe(ORDERS)
  for (const state of ['paid', 'refunded', 'void']) expect(count(state)).toBeGreaterThan(0)
  // the amount that WeChat Pay holds for each order matches the order
  for (const order of orders)
    expect([order.id, received(order.id)]).toEqual([
      order.id,
      order.payment_state === 'paid' ? order.total : 0,
    ])
  expect(await stockOf(first, paying.shop)).toBe(ORDERS * 2 - count('paid') * 2)
  expect(await checkLedger(first.deps.db)).toMatchObject({ orders: ORDERS, differences: [] })
  expect(await query.selectFrom('refund').select('id').where('state', '!=', 'done').execute()).toEqual([])
})
