import { beginPayouts } from '../../../../server/modules/payouts/begin-payouts'
import { env, MINUTE, paying, shop } from '../../support/stories/payment-story'
import { newId } from '../../support/test-environment'
import { readToday } from '../../support/test-shop'

export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** What an order of 50 yuan brings, without the fee of 0.6 %. */
export const LEFT = 4970

export const silent = { warn: () => undefined, error: () => undefined, info: () => undefined }

/** Places an order that is paid on a computer, whose money WeChat does not hold; returns its id. */
export async function payOrder(): Promise<string> {
  const id = await paying.placeOrder()
  expect((await paying.start(id, newId(), { place: 'computer' })).statusCode).toBe(200)
  const transaction = env.simulator.transactions.all().at(-1)
  expect(transaction && env.simulator.pay(transaction)).toBe(true)
  await env.pass(0)
  return id
}

export async function finishOrder(): Promise<string> {
  const id = await payOrder()
  for (const action of ['accept', 'send', 'finish'])
    expect((await paying.step(shop.owner, id, action)).statusCode).toBe(200)
  return id
}

/** Lets time pass in steps in which jobs run, as they do on a server. */
export async function pass(ms: number, every = HOUR): Promise<void> {
  for (let passed = 0; passed < ms; passed += every) {
    await env.pass(every)
    await beginPayouts(env.deps, silent)
    await env.app.worker.runDue()
  }
}

/** The seller's account as its owner reads it. */
export const accountNow = async () =>
  (await shop.owner.call(`GET /api/shops/${shop.shopId}/payouts`)).json<{
    account?: {
      available?: number
      reserve: number
      payouts: { day: string; amount: number; state: string; reason?: string }[]
    }
  }>().account

export const payoutsNow = async () => (await accountNow())?.payouts ?? []

/** True if 今天 shows a payout that the bank refused. */
export const failedNow = async () => (await readToday(shop)).failedPayout

/** The newest payout, as jobs name it. */
export async function pathNow(): Promise<{ shopId: string; number: string }> {
  const { query } = env.deps.db
  const [payout] = await query.selectFrom('payout').select('number').orderBy('created_at', 'desc').execute()
  return { shopId: shop.shopId, number: payout?.number ?? '' }
}

/** WeChat Pay pays out by itself from now on. */
export function setAutomatic(): void {
  const { payouts } = env.deps.payments
  if (payouts) payouts.isAutomatic = true
}
