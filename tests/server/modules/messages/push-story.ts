import { type PushSimulator, startPushSimulator } from '../../../../mock-server/push/simulator'
import type { MessageRow } from '../../../../server/modules/notifications/message-rows'
import type { PushPayload } from '../../../../server/modules/notifications/send-message'
import { type ApiClient, answered, signIn } from '../../support/api-client'
import { createTestEnvironment, type TestEnvironment } from '../../support/test-environment'
import { type OpenedShop, openShop, placeTestOrder } from '../../support/test-shop'
import { testWebPush } from '../../support/web-push'

export let env: TestEnvironment
export let service: PushSimulator
export let shop: OpenedShop

/** Starts a push service, and a server with a shop. */
export async function setUp() {
  service = await startPushSimulator()
  env = await createTestEnvironment({ webPush: testWebPush([service.origin], () => env.deps.elapsed()) })
  shop = await openShop(env, { stock: 1000 })
}

export async function tearDown() {
  await env.app.close()
  await service.close()
}

/** Lets messages reach a browser of an account; returns what has arrived there. */
export async function addBrowser(client: ApiClient) {
  const subscription = service.subscribe(env.deps.webPush?.publicKey ?? '')
  await answered(client.call('PUT /api/me/browsers', subscription))
  const received = () => service.received(subscription.endpoint).map((text): PushPayload => JSON.parse(text))
  return {
    endpoint: subscription.endpoint,
    received,
    titles: () => received().map(({ title }) => title),
  }
}

export const run = () => env.app.worker.runDue()

/** A stranger places an order, and the jobs that are due run. */
export async function receiveOrder() {
  await placeTestOrder(shop, await signIn(env.app))
  await run()
}

/** Lets time pass, with the jobs that fall due. */
export async function pass(ms: number) {
  env.advance(ms)
  await run()
}

/** All messages, the oldest first. */
export const messages = (): Promise<MessageRow[]> =>
  env.deps.db.query.selectFrom('message').selectAll().orderBy('created_at').orderBy('id').execute()
