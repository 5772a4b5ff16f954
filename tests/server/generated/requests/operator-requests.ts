import { toJobRow } from '../../../../server/jobs/jobs'
import { textId } from '../../../../server/modules/content/store'
import { signIn } from '../../support/api-client'
import { operatorCode } from '../../support/operator'
import { newId } from '../../support/test-environment'
import { productDraft } from '../../support/test-shop'
import type { RequestMakers } from '../request-parts'
import { type Scenario, signInWithCookie } from '../scenario'

const NETWORK = 'n'.repeat(22)

async function doubtfulText({ env, a }: Scenario): Promise<string> {
  const name = `疑${newId().slice(-8)}`
  const product = { version: 0, ...productDraft(newId()), name }
  await a.owner.call(`PUT /api/shops/${a.shop.shopId}/products/${newId()}`, product)
  await env.deps.db.query
    .updateTable('content')
    .set({ verdict: 'review', label: '10001' })
    .where('id', '=', textId(name))
    .execute()
  return textId(name)
}

async function failedJob({ env }: Scenario): Promise<string> {
  const id = `example:${newId()}`
  const row = toJobRow({ id, kind: 'example', payload: {}, runAt: env.deps.clock() })
  await env.deps.db.query
    .insertInto('job')
    .values({ ...row, dead: 1 })
    .execute()
  return id
}

/** The requests of operators. */
export const operatorRequests: RequestMakers = {
  'POST /api/operator/session': async ({ env }) => ({
    sender: await signIn(env.app),
    // a link of its own, so that the operator of the scenario stays
    body: { code: await operatorCode(env, `值班员${newId().slice(-6)}`) },
  }),
  'DELETE /api/operator/session': async ({ env }) => {
    const sender = await signInWithCookie(env)
    await sender.call('POST /api/operator/session', { code: await operatorCode(env, '另一位') })
    return { sender }
  },
  'PUT /api/operator/shops/:shopId/block': ({ a }) => ({
    params: { shopId: a.shop.shopId },
    body: { blocked: false, reason: '查过了' },
  }),
  'POST /api/operator/shops/:shopId/key': ({ b }) => ({
    params: { shopId: b.shop.shopId },
    body: { id: newId(), check: '电话里确认' },
  }),
  'PUT /api/operator/waves/:near/blocks/:waveId': () => ({
    params: { near: NETWORK, waveId: newId() },
    body: { reason: '同一个网络', ownerReason: '请联系我们' },
  }),
  'DELETE /api/operator/waves/:near/blocks/:waveId': () => ({ params: { near: NETWORK, waveId: newId() } }),
  'PUT /api/operator/contents/:contentId': async (scenario) => ({
    params: { contentId: await doubtfulText(scenario) },
    body: { verdict: 'pass' },
  }),
  'POST /api/operator/jobs/run': async (scenario) => ({ body: { id: await failedJob(scenario) } }),
  'GET /api/operator/shops': () => ({ query: { limit: '40', search: '小店' } }),
  'GET /api/operator/audit': () => ({ query: { before: '1000' } }),
}
