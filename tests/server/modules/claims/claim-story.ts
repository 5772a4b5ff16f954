import type { Order } from '@/domain/order/order'
import { checkLedger } from '../../../../server/modules/ledger/check-ledger'
import { type ApiClient, signIn } from '../../support/api-client'
import { createTestEnvironment, newId, type TestEnvironment } from '../../support/test-environment'
import {
  claimOrder,
  type OpenedShop,
  type OpenShopOptions,
  openShop,
  placeTestOrder,
} from '../../support/test-shop'

export const HOUR = 3_600_000

/** The server, the shop and the buyer of the test that runs. */
export let env: TestEnvironment
export let shop: OpenedShop
export let buyer: ApiClient

/** Opens a shop; only the job of claims runs. */
export async function setUp(): Promise<void> {
  env = await createTestEnvironment()
  // creates the recurring jobs; the others would be due at most steps, too
  await env.app.worker.start(1_000_000)
  await env.deps.db.query.deleteFrom('job').where('kind', '!=', 'decide-by-silence').execute()
  shop = await openShop(env, { stock: 100 })
  buyer = await signIn(env.app)
}

/** Opens another shop, which the rest of the test uses. */
export async function useShop(options: OpenShopOptions): Promise<void> {
  shop = await openShop(env, options)
}

/** Compares the ledger with all orders. */
export async function tearDown(): Promise<void> {
  expect((await checkLedger(env.deps.db)).differences).toEqual([])
  await env.app.close()
}

const path = (id: string) => `/api/shops/${shop.shopId}/orders/${id}`

export const step = (who: ApiClient, id: string, action: string, details: object = {}) =>
  who.call(`POST ${path(id)}/steps`, { id: newId(), action, ...details })

export const read = async (id: string, who = buyer) =>
  (await who.call(`GET ${path(id)}`)).json<{
    order: Order
    claims?: { state: string; granted?: number }[]
    refundable?: number
  }>()

/** An order of 4 pieces (100 yuan), delivered and paid in cash; returns its id. */
export async function deliver(changes: object = {}): Promise<string> {
  const { id } = await placeTestOrder(shop, buyer, changes, 4)
  for (const action of ['accept', 'send', 'finish']) await step(shop.owner, id, action)
  return id
}

/** Advances the clock by the hour and runs what is due. */
export async function pass(hours: number): Promise<void> {
  for (let i = 0; i < hours; i++) await env.runAfter(HOUR)
}

export const claim = (id: string, changes: object = {}, claimId = newId()) =>
  claimOrder(shop, buyer, id, changes, claimId)
