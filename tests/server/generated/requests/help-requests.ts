import { signIn } from '../../support/api-client'
import { signInStaff, TOWN } from '../../support/centre'
import {
  acceptCode,
  CHOSEN,
  choosePictures,
  makeTestCard,
  offerShop,
  recordTestConsent,
  sampleDraft,
} from '../../support/stories/helped-shop'
import { newId, type TestEnvironment } from '../../support/test-environment'
import { openShop } from '../../support/test-shop'
import type { RequestMakers } from '../request-parts'
import { type Scenario, shareShop } from '../scenario'

/** Forgets what people agreed to in other requests, so that no helper has too many open shops. */
async function endOtherHelps({ env, classroom: { helped } }: Scenario): Promise<void> {
  await env.deps.db.query
    .deleteFrom('help')
    .where('opens', '=', 1)
    .where('shop_id', '!=', helped.shopId)
    .execute()
}

/** A shop that may be opened by the scenario's opener, and is not yet. */
async function consented(scenario: Scenario) {
  await endOtherHelps(scenario)
  return recordTestConsent(scenario.classroom.opener, newId(), {}, scenario.classroom.openerTown)
}

const offeredShop = async ({ classroom: { helped } }: Scenario) => offerShop(helped)

/** The code of a draft of a new helper. */
async function offeredDraft(env: TestEnvironment) {
  const helper = await signInStaff(env, TOWN, 'trainer')
  const { shopId } = await recordTestConsent(helper)
  const handoverId = newId()
  const route = `PUT /api/shops/${shopId}/draft-handovers/${handoverId}`
  const answer = await helper.call(route, { draft: sampleDraft(shopId) })
  return { handoverId, code: answer.json<{ digits: string }>().digits }
}

/** A card of a shop of its own, whose wait for the scenario's learner is over. */
async function dueCard({ env, classroom: { learner } }: Scenario): Promise<string> {
  const { owner, shopId } = await openShop(env)
  const code = await makeTestCard(owner, shopId)
  await choosePictures(learner, code)
  const change = { due_at: env.deps.clock() }
  await env.deps.db.query.updateTable('paper_card').set(change).where('shop_id', '=', shopId).execute()
  return code
}

/** Requests about help, hand-overs and paper cards. */
export const helpRequests: RequestMakers = {
  'PUT /api/centres/:centre/helps/:helpId': async (scenario) => {
    await endOtherHelps(scenario)
    return {
      params: { centre: TOWN, helpId: newId() },
      body: { shopId: newId(), consent: 'tapped', person: '店主' },
    }
  },
  'DELETE /api/centres/:centre/helps/:helpId': async (scenario) => {
    await endOtherHelps(scenario)
    const { helpId } = await recordTestConsent(scenario.classroom.teacher)
    return { params: { centre: TOWN, helpId } }
  },
  'PUT /api/shops/:shopId/handovers/:handoverId': ({ classroom: { helped } }) => ({
    params: { shopId: helped.shopId, handoverId: newId() },
  }),
  'PUT /api/shops/:shopId/draft-handovers/:handoverId': async (scenario) => {
    const { shopId } = await consented(scenario)
    return { params: { shopId, handoverId: newId() }, body: { draft: sampleDraft(shopId) } }
  },
  'GET /api/handovers/:handoverId': async (scenario) => ({
    sender: scenario.classroom.opener,
    params: { handoverId: (await offeredShop(scenario)).handoverId },
  }),
  'DELETE /api/handovers/:handoverId': async (scenario) => ({
    sender: scenario.classroom.opener,
    params: { handoverId: (await offeredShop(scenario)).handoverId },
  }),
  'POST /api/handover-codes/read': async (scenario) => ({
    body: { code: (await offeredShop(scenario)).letters },
  }),
  'POST /api/handover-codes/accept': async ({ env }) => ({ body: { code: (await offeredDraft(env)).code } }),
  'POST /api/handovers/:handoverId/received': async ({ env, classroom: { learner } }) => {
    const { handoverId, code } = await offeredDraft(env)
    await acceptCode(learner, code)
    return { sender: learner, params: { handoverId } }
  },
  // of a shop of its own, so that the owner of the scenario stays one
  'DELETE /api/shops/:shopId/owners/me': async ({ env }) => {
    const { owner, shopId } = await openShop(env)
    await makeTestCard(owner, shopId)
    return { sender: owner, params: { shopId } }
  },
  'POST /api/paper-cards/read': async ({ a }) => ({
    body: { code: await makeTestCard(a.owner, a.shop.shopId) },
  }),
  'POST /api/paper-cards/answers': async ({ env }) => {
    const { owner, shopId } = await openShop(env)
    const sender = await signIn(env.app)
    return { sender, body: { code: await makeTestCard(owner, shopId), pictures: CHOSEN } }
  },
  'POST /api/paper-cards/redeem': async (scenario) => ({
    sender: scenario.classroom.learner,
    body: { code: await dueCard(scenario) },
  }),
}

/** Lets the helper of the scenario help again when another request has ended that. */
export async function ensureShared({ a, classroom }: Scenario): Promise<void> {
  const { owner, shop } = a
  const { helps } = (await owner.call(`GET /api/shops/${shop.shopId}/helps`)).json<{ helps: unknown[] }>()
  if (helps.length === 0) await shareShop(owner, shop.shopId, classroom.helper)
}

/** Ids of things that do not exist yet. */
export const newHelpIds = () => ({ helpId: newId(), handoverId: newId(), cardId: newId() })
