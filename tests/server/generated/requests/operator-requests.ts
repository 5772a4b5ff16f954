import { toJobRow } from '../../../../server/jobs/jobs'
import { textId } from '../../../../server/modules/content/store'
import { answered, signIn } from '../../support/api-client'
import { createAuthenticator } from '../../support/authenticator'
import { operatorCode } from '../../support/operator'
import { newId } from '../../support/test-environment'
import { openShop, productDraft } from '../../support/test-shop'
import type { RequestMakers } from '../request-parts'
import { type Scenario, signInWithCookie } from '../scenario'

const NETWORK = 'n'.repeat(22)

/** Opens a shop of a network, which may be blocked with a wave. */
async function openNear({ env }: Scenario, block: { blocked_at?: number; blocked_by?: string } = {}) {
  const { shopId } = await openShop(env)
  await env.deps.db.query
    .updateTable('shop')
    .set({ opened_near: NETWORK, ...block })
    .where('shop_id', '=', shopId)
    .execute()
  return NETWORK
}

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

const CHALLENGE = 'c'.repeat(43)
const RP = { challenge: CHALLENGE, rpId: 'localhost' }

/** Gives every account the same challenge, whoever answers it. */
async function giveChallenge({ env }: Scenario): Promise<void> {
  const accounts = await env.deps.db.query.selectFrom('account').select('id').execute()
  const row = { challenge: CHALLENGE, expires_at: env.deps.clock() + 60_000 }
  for (const { id } of accounts)
    await env.deps.db.query
      .insertInto('operator_challenge')
      .values({ account_id: id, ...row })
      .onConflict((conflict) => conflict.column('account_id').doUpdateSet(row))
      .execute()
}

/** Somebody else, who may answer the challenge, too. */
async function signInWithChallenge(scenario: Scenario) {
  const client = await signIn(scenario.env.app)
  await giveChallenge(scenario)
  return client
}

/** Adds a passkey to the operator of the scenario. */
async function addPasskey(scenario: Scenario) {
  const device = createAuthenticator('http://localhost')
  await giveChallenge(scenario)
  await answered(scenario.operator.call('POST /api/operator/passkeys', device.create(RP)))
  return device
}

/** A new version of the rules, and a time at which it may have an effect. */
async function newRules({ env }: Scenario) {
  await env.deps.db.query.updateTable('document').set({ withdrawn_at: env.deps.clock() }).execute()
  const effectiveAt = env.deps.clock() + 8 * 86_400_000
  return {
    params: { kind: 'rules' },
    body: { text: '# 规则\n卖真货。', changes: '写得短些', isImportant: false, effectiveAt },
  }
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
  'PUT /api/operator/shops/:shopId/own-app': ({ a }) => ({
    params: { shopId: a.shop.shopId },
    body: {
      ...{ appid: 'wx0123456789abcdef', note: '在等管局' },
      states: {
        ...{ filing: 'underway', category: 'done', payment: 'waiting' },
        ...{ audit: 'waiting', release: 'waiting' },
      },
    },
  }),
  'POST /api/operator/shops/:shopId/removal': async ({ env }) => ({
    params: { shopId: (await openShop(env)).shopId },
    body: { id: newId(), reason: '开店的人要的' },
  }),
  'PUT /api/operator/waves/:near/blocks/:waveId': async (scenario) => ({
    params: { near: await openNear(scenario), waveId: newId() },
    body: { reason: '同一个网络', ownerReason: '请联系我们' },
  }),
  'DELETE /api/operator/waves/:near/blocks/:waveId': async (scenario) => {
    const waveId = newId()
    return { params: { near: await openNear(scenario, { blocked_at: 1, blocked_by: waveId }), waveId } }
  },
  'PUT /api/operator/contents/:contentId': async (scenario) => ({
    params: { contentId: await doubtfulText(scenario) },
    body: { verdict: 'pass' },
  }),
  'POST /api/operator/jobs/run': async (scenario) => ({ body: { id: await failedJob(scenario) } }),
  'POST /api/operator/passkeys': async (scenario) => {
    await giveChallenge(scenario)
    return { body: createAuthenticator('http://localhost').create(RP) }
  },
  'DELETE /api/operator/passkeys/:passkeyId': async (scenario) => ({
    params: { passkeyId: (await addPasskey(scenario)).get(RP).id },
  }),
  'POST /api/operator/session/passkey': async (scenario) => {
    const device = await addPasskey(scenario)
    return { sender: await signInWithChallenge(scenario), body: device.get(RP) }
  },
  'PUT /api/operator/documents/:kind/announced': newRules,
  'DELETE /api/operator/documents/:kind/announced': async (scenario) => {
    const { params, body } = await newRules(scenario)
    await answered(scenario.operator.call('PUT /api/operator/documents/rules/announced', body))
    return { params }
  },
  'PUT /api/operator/quotas/:quota': () => ({
    params: { quota: 'productsPerShop' },
    body: { value: 3000 },
  }),
  'PUT /api/operator/shops/:shopId/messages/:messageId': ({ a }) => ({
    params: { shopId: a.shop.shopId, messageId: newId() },
    body: { text: '请把照片换一张' },
  }),
  'GET /api/operator/shops': () => ({ query: { limit: '40', search: '小店' } }),
  'GET /api/operator/audit': () => ({ query: { before: '1000' } }),
}
