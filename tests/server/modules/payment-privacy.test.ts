import { payLinkKey } from '../../../server/modules/payments/pay-link'
import { checkStatements } from '../../../server/modules/statements/check-statements'
import {
  buyer,
  env,
  orderNow,
  paying,
  payOrder,
  settleRefunds,
  setUp,
  shop,
  tearDown,
} from '../support/payment-story'
import { readAllRows } from '../support/read-all-rows'
import { newId } from '../support/test-environment'
import { claimOrder, receiver } from '../support/test-shop'

const DAY = 24 * 3_600_000

const lines: string[] = []

beforeEach(async () => {
  lines.length = 0
  await setUp('platform', { logging: { level: 'trace', stream: { write: (line) => void lines.push(line) } } })
})
afterEach(tearDown)

/** Everything that happens to payments: made, lost, forged, refunded, claimed, compared; the replies that people saw. */
async function story(): Promise<string> {
  const replies: string[] = []
  const id = await payOrder()
  for (const action of ['accept', 'send', 'finish']) await paying.step(shop.owner, id, action)
  replies.push((await claimOrder(shop, buyer, id, { amount: 1000, text: '坏了' })).body)
  replies.push((await paying.step(shop.owner, id, 'agree')).body)
  const other = await paying.placeOrder()
  const linkKey = payLinkKey(env.deps.secret, { shopId: shop.shopId, orderId: other })
  const link = `/api/shops/${shop.shopId}/orders/${other}/pay-links/${linkKey}`
  replies.push((await buyer.call(`GET ${link}`)).body)
  replies.push((await buyer.call(`PUT ${link}/attempts/${newId()}`, { place: 'shared-app' })).body)
  const forged = { method: 'POST' as const, url: '/api/notices/wechat-pay/platform' }
  await env.app.inject({ ...forged, payload: { resource: { ciphertext: 'AAAA' } } })
  env.simulator.faults.down = true
  await paying.openTill(await paying.placeOrder()).catch(() => undefined)
  await env.app.worker.runDue()
  env.simulator.faults.down = false
  await settleRefunds()
  await env.pass(2 * DAY)
  await checkStatements(env.deps, env.app.log)
  replies.push(JSON.stringify(await orderNow(id)), JSON.stringify(await orderNow(id, shop.owner)))
  return replies.join('\n')
}

describe('payments', () => {
  it('leave no credential in logs, replies or the database, and no person in logs', async () => {
    const replies = await story()
    const rows = JSON.stringify(await readAllRows(env.deps.db))
    const log = lines.join('')
    expect(lines.length).toBeGreaterThan(20)
    expect(log).toContain('a payment could not be prepared')
    expect(env.credentials).toHaveLength(2)
    for (const secret of [...env.credentials, 'PRIVATE KEY', env.deps.secret])
      for (const [name, text] of Object.entries({ log, replies, rows }))
        expect([name, secret, text.includes(secret)]).toEqual([name, secret, false])
    for (const personal of [receiver.phone, receiver.name, receiver.address, 'o-buyer', '坏了'])
      expect([personal, log.includes(personal)]).toEqual([personal, false])
    expect(replies).not.toContain('o-buyer')
    // the search finds what is there
    expect(rows).toContain('o-buyer')
    expect(replies).toContain(receiver.phone)
  })
})
