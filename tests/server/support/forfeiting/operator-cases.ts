import type { RouteName } from '@/contract/routes'
import { answered, signIn } from '../api-client'
import { createAuthenticator } from '../authenticator'
import { operatorCode, signInOperator } from '../operator'
import { newId } from '../test-environment'
import { openShop } from '../test-shop'
import { byDeletedAccount, type CaseRow } from './forfeiting-case'

/** A case of an operator who signs out in another tab. The shop is of `NETWORK`, and as `given`. */
const bySignedOutOperator = (
  name: RouteName,
  request: (shopId: string) => [route: string, body?: object],
  transactions = 1,
  given: { blocked_at?: number; blocked_by?: string } = {},
): CaseRow => [
  name,
  'an operator who signs out',
  async (env) => {
    const operator = await signInOperator(env)
    const { shopId } = await openShop(env)
    await env.deps.db.query
      .updateTable('shop')
      .set({ opened_near: NETWORK, ...given })
      .execute()
    const [route, body] = request(shopId)
    const lose = () => operator.call('DELETE /api/operator/session')
    return { send: () => operator.call(route, body), lose, code: 'not-found', transactions }
  },
]

const NETWORK = 'n'.repeat(22)
const waveId = newId()
const wave = `/api/operator/waves/${NETWORK}/blocks/${waveId}`

/** Requests of operators. */
export const operatorCases: readonly CaseRow[] = [
  byDeletedAccount('POST /api/operator/session', async (env) => [
    'POST /api/operator/session',
    { code: await operatorCode(env) },
  ]),
  byDeletedAccount('PUT /api/me/consents', async () => ['PUT /api/me/consents', { kinds: ['privacy'] }]),
  [
    'POST /api/operator/session',
    'somebody whose link is used by another',
    async (env) => {
      const [first, second] = [await signIn(env.app), await signIn(env.app)]
      const code = await operatorCode(env)
      const use = (client: typeof first) => client.call('POST /api/operator/session', { code })
      return { send: () => use(first), lose: () => use(second), code: 'code-used' }
    },
  ],
  [
    'POST /api/operator/passkeys',
    'an operator who signs out',
    async (env) => {
      const operator = await signInOperator(env)
      const { challenge, rpId } = await answered<{ challenge: string; rpId: string }>(
        operator.call('POST /api/operator/passkeys/challenge'),
      )
      const body = createAuthenticator('http://localhost').create({ challenge, rpId })
      const lose = () => operator.call('DELETE /api/operator/session')
      return { send: () => operator.call('POST /api/operator/passkeys', body), lose, code: 'not-found' }
    },
  ],
  [
    'POST /api/operator/session/passkey',
    'somebody whose passkey is removed',
    async (env) => {
      const operator = await signInOperator(env)
      const device = createAuthenticator('http://localhost')
      const challengeOf = (client: typeof operator, path: string) =>
        answered<{ challenge: string; rpId: string }>(client.call(`POST /api/operator/${path}/challenge`))
      const added = device.create(await challengeOf(operator, 'passkeys'))
      await answered(operator.call('POST /api/operator/passkeys', added))
      const client = await signIn(env.app)
      const body = device.get(await challengeOf(client, 'session'))
      const lose = () => operator.call(`DELETE /api/operator/passkeys/${added.id}`)
      return { send: () => client.call('POST /api/operator/session/passkey', body), lose, code: 'code-wrong' }
    },
  ],
  bySignedOutOperator('PUT /api/operator/shops/:shopId/block', (shopId) => [
    `PUT /api/operator/shops/${shopId}/block`,
    { blocked: true, reason: '卖野味' },
  ]),
  bySignedOutOperator('POST /api/operator/shops/:shopId/key', (shopId) => [
    `POST /api/operator/shops/${shopId}/key`,
    { id: newId(), check: '电话里确认' },
  ]),
  bySignedOutOperator('PUT /api/operator/shops/:shopId/own-app', (shopId) => [
    `PUT /api/operator/shops/${shopId}/own-app`,
    {
      appid: 'wx0123456789abcdef',
      states: {
        ...{ filing: 'done', category: 'done', payment: 'done' },
        ...{ audit: 'underway', release: 'waiting' },
      },
    },
  ]),
  // the shop is blocked, and its rows are deleted in a second transaction
  bySignedOutOperator(
    'POST /api/operator/shops/:shopId/removal',
    (shopId) => [`POST /api/operator/shops/${shopId}/removal`, { id: newId(), reason: '开店的人要的' }],
    2,
  ),
  bySignedOutOperator(
    'PUT /api/operator/waves/:near/blocks/:waveId',
    () => [`PUT ${wave}`, { reason: '同一个网络' }],
    2,
  ),
  bySignedOutOperator('DELETE /api/operator/waves/:near/blocks/:waveId', () => [`DELETE ${wave}`], 2, {
    ...{ blocked_at: 1, blocked_by: waveId },
  }),
]
