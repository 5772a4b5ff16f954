import type { Application, ApplicationRequest } from '@/contract/payment/payment-application'
import type { RouteReply } from '@/contract/routes'
import { createPaymentEnvironment, listen, type PaymentEnvironment } from '../../support/payments'
import { photographPapers } from '../../support/stories/papers'
import { type OpenedShop, openShop } from '../../support/test-shop'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

/** The server, the shop of the seller who applies, and the log of the test that runs. */
export let env: PaymentEnvironment
export let shop: OpenedShop
export const lines: string[] = []

/** Opens a shop on a server that applies for its sellers. */
export async function setUp(): Promise<void> {
  lines.length = 0
  const stream = { write: (line: string) => void lines.push(line) }
  env = await createPaymentEnvironment('platform', { logging: { level: 'trace', stream } })
  await listen(env)
  shop = await openShop(env)
}

export const tearDown = (): Promise<void> => env.close()

export const send = (papers: ApplicationRequest) =>
  shop.owner.call(`PUT /api/shops/${shop.shopId}/payment-application`, papers)

export const rights = async () =>
  (await shop.owner.call(`GET /api/shops/${shop.shopId}/payment-rights`)).json<
    RouteReply<'GET /api/shops/:shopId/payment-rights'>
  >()

/** Lets time pass, and the jobs that are due by then ask how the application stands. */
export async function pass(ms: number): Promise<void> {
  await env.pass(ms)
  await env.app.worker.runDue()
}

/** Photographs papers and sends them. */
export async function apply(changes: Partial<ApplicationRequest> = {}): Promise<ApplicationRequest> {
  const papers = await photographPapers(env.app, shop, changes)
  const reply = await send(papers)
  expect([reply.statusCode, reply.json<Application>().state]).toEqual([200, 'auditing'])
  return papers
}

/** The last application at WeChat Pay. */
export const applicationAtWechat = () => {
  const { applyments } = env.simulator
  return applyments.find(env.simulatedMerchant, applyments.numbers().at(-1) ?? '')
}

/** Signs the last application. */
export const sign = () => expect(env.simulator.applyments.sign(applicationAtWechat())).toBe(true)
