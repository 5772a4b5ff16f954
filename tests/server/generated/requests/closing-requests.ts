import { openShop } from '../../support/test-shop'
import type { RequestMakers } from '../request-parts'
import { type Scenario, signInWithCookie } from '../scenario'

const NAME = '要关的店'
const shops = new WeakMap<Scenario, string>()

/** An open shop of the owner without orders, the same for all requests. */
async function shopThatMayClose(scenario: Scenario): Promise<string> {
  const { env, a } = scenario
  const known = shops.get(scenario)
  const shopId = known ?? (await openShop(env, { owner: a.owner, request: { name: NAME } })).shopId
  shops.set(scenario, shopId)
  await a.owner.call(`DELETE /api/shops/${shopId}/closing`)
  return shopId
}

const blockedShops = new WeakMap<Scenario, string>()

/** A blocked shop of the owner, the same for all requests. */
async function blockedShop(scenario: Scenario): Promise<string> {
  const { env, a } = scenario
  const known = blockedShops.get(scenario)
  const shopId = known ?? (await openShop(env, { owner: a.owner, request: { name: '封了的店' } })).shopId
  blockedShops.set(scenario, shopId)
  await env.deps.db.query
    .updateTable('shop')
    .set({ blocked_at: env.deps.clock() })
    .where('shop_id', '=', shopId)
    .execute()
  return shopId
}

/** Requests about a shop that closes or is blocked, or that delete what is kept of a person. */
export const closingRequests: RequestMakers = {
  'DELETE /api/me/data': async ({ env }) => ({ sender: await signInWithCookie(env) }),
  'PUT /api/shops/:shopId/block/appeal': async (scenario) => ({
    params: { shopId: await blockedShop(scenario) },
    body: { note: '没有卖野味' },
  }),
  'PUT /api/shops/:shopId/closing': async (scenario) => ({
    params: { shopId: await shopThatMayClose(scenario) },
    body: { name: NAME },
  }),
}
