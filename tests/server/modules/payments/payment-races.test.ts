import { checkLedger } from '../../../../server/modules/ledger/check-ledger'
import { withPaymentLock } from '../../../../server/modules/payments/confirm-payment'
import { grantRefund } from '../../../../server/modules/payments/grant-refund'
import { findPayment } from '../../../../server/modules/payments/store'
import { perTest } from '../../../support/per-test'
import { createPaymentEnvironment } from '../../support/payments'
import { openPayingShop } from '../../support/stories/paying-shop'
import { newId } from '../../support/test-environment'
import { stockOf } from '../../support/test-shop'
import { wechatByCode } from '../../support/wechat'

const RUNS = process.env.KZ_LONG === '1' ? 1000 : 25
const QUARTER_HOUR = 15 * 60_000

const env = perTest(() => createPaymentEnvironment('platform', { wechat: wechatByCode() }), 'close')
const paying = perTest(() => openPayingShop(env, RUNS * 2))

const inTurns = async <Result>(count: number, work: (turn: number) => Promise<Result>): Promise<Result[]> => {
  const results: Result[] = []
  for (let turn = 0; turn < count; turn++) results.push(await work(turn))
  return results
}

/** Runs due jobs and sends due notices until nothing is left to do. */
async function settle() {
  for (let i = 0; i < 4; i++) {
    await env.app.worker.runDue()
    await env.pass(60_000)
  }
}

it('pays the order or refunds the payment when a success races the closing of the order', async () => {
  const ids = await inTurns(RUNS, () => paying.placeOrder())
  for (const id of ids) env.simulator.cashier((await paying.openTill(id)).params, 'pay')
  env.advance(QUARTER_HOUR)
  // the closing cannot ask the service, so the notice is all that tells of the payment
  env.simulator.faults = { ...env.simulator.faults, down: true }
  await Promise.all([env.simulator.work(), env.app.worker.runDue()])
  env.simulator.faults = { ...env.simulator.faults, down: false }
  await settle()
  const { query } = env.deps.db
  const orders = await query.selectFrom('shop_order').select(['state', 'payment_state']).execute()
  const paid = orders.filter(({ state, payment_state }) => state === 'placed' && payment_state === 'paid')
  const closed = orders.filter(
    ({ state, payment_state }) => state === 'cancelled' && payment_state === 'void',
  )
  const refunds = await query.selectFrom('refund').select(['amount', 'reason', 'state']).execute()
  console.log(
    `${RUNS} successes raced the closing: ${paid.length} paid, ${closed.length} closed and refunded`,
  )
  expect(paid.length + closed.length).toBe(RUNS)
  expect(refunds).toEqual(closed.map(() => ({ amount: 5000, reason: 'order-closed', state: 'done' })))
  expect(await stockOf(env, paying.shop)).toBe(RUNS * 2 - paid.length * 2)
  expect(await checkLedger(env.deps.db)).toMatchObject({ orders: RUNS, differences: [] })
})

it('never refunds more than was paid when several refunds of a payment race', async () => {
  const { query } = env.deps.db
  const now = env.deps.clock()
  for (let run = 0; run < RUNS; run++) {
    const [id, paymentId] = [await paying.placeOrder(), newId()]
    env.simulator.cashier((await paying.openTill(id, paymentId)).params, 'pay')
    await env.pass(0)
    const path = { shopId: paying.shop.shopId, paymentId }
    const results = await Promise.allSettled(
      [2000, 2000, 2000, 1000].map((amount) =>
        withPaymentLock(env.deps.db, path.shopId, async (tx) => {
          const payment = await findPayment(tx, path)
          if (payment) await grantRefund(tx, payment, { amount, reason: 'after-sale', now })
        }),
      ),
    )
    const refunds = await query
      .selectFrom('refund')
      .select('amount')
      .where('payment_id', '=', paymentId)
      .execute()
    const sum = refunds.reduce((all, { amount }) => all + amount, 0)
    expect(sum).toBe(5000)
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1)
    expect((await findPayment(query, path))?.refunded).toBe(sum)
  }
})

it('refunds a paid order once when two parties cancel it at once', async () => {
  const id = await paying.placeOrder()
  env.simulator.cashier((await paying.openTill(id)).params, 'pay')
  await env.pass(0)
  const { shop, buyer, step } = paying
  const answers = await Promise.all([
    step(shop.owner, id, 'cancel'),
    step(buyer, id, 'cancel'),
    step(buyer, id, 'cancel'),
  ])
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  await settle()
  expect(await env.deps.db.query.selectFrom('refund').select('amount').execute()).toEqual([{ amount: 5000 }])
  expect(env.simulator.transactions.all().flatMap(({ refunds }) => refunds)).toHaveLength(1)
  expect((await checkLedger(env.deps.db)).differences).toEqual([])
})
