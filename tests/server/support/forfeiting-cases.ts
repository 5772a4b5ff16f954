import type { LightMyRequestResponse } from 'fastify'
import type { RouteName } from '@/contract/routes'
import { type ApiClient, call, signIn } from './api-client'
import { appointTo, COUNTY, joinTestLesson, openTestLesson, signInStaff, TOWN } from './centre'
import {
  acceptCode,
  CHOSEN,
  choosePictures,
  makeTestCard,
  offerShop,
  openHelpedShop,
  recordTestConsent,
  sampleDraft,
} from './helped-shop'
import { newId, type TestEnvironment } from './test-environment'
import { type OpenShopOptions, openShop, productDraft } from './test-shop'

type Answer = Promise<LightMyRequestResponse>

/** A valid request, the request of somebody else that takes the right to it, and the code of its refusal then. */
export interface ForfeitingCase {
  send(): Answer
  lose(): Answer
  code: string
  /** The number of transactions up to the one that makes the change; later ones complete the log of helpers. */
  transactions?: number
  /** True when a request that comes after the loss is not of the same caller any more. */
  isOpen?: boolean
}

type Prepare = (env: TestEnvironment) => Promise<ForfeitingCase>

/** A shop with two owners, of whom the first removes the second. */
async function openSharedShop(env: TestEnvironment, options: OpenShopOptions = {}) {
  const shop = await openShop(env, options)
  const removed = await signIn(env.app)
  await ok(removed.call('POST /api/sessions', { provider: 'key', key: shop.key }))
  const lose = () => shop.owner.call(`DELETE /api/shops/${shop.shopId}/other-owners`)
  return { ...shop, removed, lose, path: `/api/shops/${shop.shopId}` }
}

async function ok(reply: Answer): Answer {
  const answer = await reply
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer
}

/** A case of an owner whom the other owner removes. */
const byRemovedOwner =
  (
    route: (shop: Awaited<ReturnType<typeof openSharedShop>>) => [route: string, body?: object],
    prepare: (shop: Awaited<ReturnType<typeof openSharedShop>>) => Promise<unknown> = async () => undefined,
    options: OpenShopOptions = {},
  ): Prepare =>
  async (env) => {
    const shop = await openSharedShop(env, options)
    await prepare(shop)
    const [name, body] = route(shop)
    return { send: () => shop.removed.call(name, body), lose: shop.lose, code: 'not-found' }
  }

/** Somebody on the staff of a town, and the request by which the county removes her. */
async function appointRemovable(env: TestEnvironment, role: 'keeper' | 'trainer') {
  const county = await signInStaff(env, COUNTY, 'county')
  const removed = await signIn(env.app)
  const staffId = await appointTo(env, removed, TOWN, role)
  return { removed, county, lose: () => county.call(`DELETE /api/centres/${TOWN}/staff/${staffId}`) }
}

/** A case of somebody whom the county removes from the staff. */
const byRemovedStaff =
  (
    role: 'keeper' | 'trainer',
    prepare: (
      env: TestEnvironment,
      removed: ApiClient,
    ) => Promise<[route: string, body?: object, code?: string, transactions?: number]>,
  ): Prepare =>
  async (env) => {
    const { removed, lose } = await appointRemovable(env, role)
    const [route, body, code = 'not-found', transactions = 1] = await prepare(env, removed)
    return { send: () => removed.call(route, body), lose, code, transactions }
  }

/** A case of somebody who deletes the own account on another page. */
const byDeletedAccount =
  (prepare: (env: TestEnvironment, client: ApiClient) => Promise<[route: string, body?: object]>): Prepare =>
  async (env) => {
    const deleted = await signIn(env.app)
    const [route, body] = await prepare(env, deleted)
    const lose = () => deleted.call('DELETE /api/me/data')
    return { send: () => deleted.call(route, body), lose, code: 'signed-out' }
  }

/** A case of a trainer whose shop its owner takes over by a code. */
const byOpener =
  (route: (shopId: string) => [route: string, body?: object]): Prepare =>
  async (env) => {
    const shop = await openHelpedShop(env)
    const { letters } = await offerShop(shop)
    const villager = await signIn(env.app)
    const [name, body] = route(shop.shopId)
    const lose = () => acceptCode(villager, letters)
    return { send: () => shop.helper.call(name, body), lose, code: 'not-found', transactions: 2 }
  }

async function offerHelp(owner: ApiClient, shopId: string): Promise<string> {
  const route = `PUT /api/shops/${shopId}/help-offers/${newId()}`
  return (await ok(owner.call(route, { parts: ['products'] }))).json<{ letters: string }>().letters
}

async function requestKey(owner: ApiClient, shopId: string): Promise<string> {
  const answer = await ok(owner.call(`POST /api/shops/${shopId}/key`, { id: newId() }))
  return answer.json<{ key: string }>().key
}

async function inviteTrainer(env: TestEnvironment) {
  const keeper = await signInStaff(env, TOWN, 'keeper')
  const route = `/api/centres/${TOWN}/invitations/${newId()}`
  const invited = await ok(keeper.call(`PUT ${route}`, { role: 'trainer', name: '培训员' }))
  return {
    keeper,
    code: invited.json<{ code: string }>().code,
    withdraw: () => keeper.call(`DELETE ${route}`),
  }
}

/** A card whose wait for an account is over. */
async function dueCard(env: TestEnvironment, maker: ApiClient, shopId: string, taker: ApiClient) {
  const code = await makeTestCard(maker, shopId)
  await ok(choosePictures(taker, code))
  const change = { due_at: env.deps.clock() }
  await env.deps.db.query.updateTable('paper_card').set(change).where('shop_id', '=', shopId).execute()
  return code
}

const OWNER_GOES = 'an owner who is removed'
const STAFF_GOES = 'somebody who loses the role in the centre'
const TAKEN_OVER = 'a trainer whose shop is taken over'
const ACCOUNT_GOES = 'somebody whose account is deleted'
const GIVER_GOES = 'a code whose giver loses the shop'

/** Requests that meet the loss of the right they need. */
export const FORFEITING_CASES: readonly [name: RouteName, loss: string, prepare: Prepare][] = [
  [
    'DELETE /api/shops/:shopId/other-owners',
    OWNER_GOES,
    byRemovedOwner(({ path }) => [`DELETE ${path}/other-owners`]),
  ],
  [
    'DELETE /api/shops/:shopId/owners/me',
    OWNER_GOES,
    byRemovedOwner(
      ({ path }) => [`DELETE ${path}/owners/me`],
      ({ owner, shopId }) => makeTestCard(owner, shopId),
    ),
  ],
  [
    'POST /api/shops/:shopId/key',
    OWNER_GOES,
    byRemovedOwner(({ path }) => [`POST ${path}/key`, { id: newId() }]),
  ],
  [
    'PUT /api/shops/:shopId/paper-cards/:cardId',
    OWNER_GOES,
    byRemovedOwner(({ path }) => [`PUT ${path}/paper-cards/${newId()}`, { pictures: CHOSEN }]),
  ],
  [
    'PUT /api/shops/:shopId/paper-cards/:cardId',
    TAKEN_OVER,
    byOpener((shopId) => [`PUT /api/shops/${shopId}/paper-cards/${newId()}`, { pictures: CHOSEN }]),
  ],
  [
    'DELETE /api/shops/:shopId/paper-card',
    OWNER_GOES,
    byRemovedOwner(
      ({ path }) => [`DELETE ${path}/paper-card`],
      ({ owner, shopId }) => makeTestCard(owner, shopId),
    ),
  ],
  [
    'PUT /api/shops/:shopId/help-offers/:handoverId',
    OWNER_GOES,
    byRemovedOwner(({ path }) => [`PUT ${path}/help-offers/${newId()}`, { parts: ['products'] }]),
  ],
  [
    'DELETE /api/shops/:shopId/helps/:helpId',
    OWNER_GOES,
    byRemovedOwner(({ path }) => [`DELETE ${path}/helps/${newId()}`]),
  ],
  [
    'POST /api/shops/:shopId/practice/end',
    OWNER_GOES,
    byRemovedOwner(({ path }) => [`POST ${path}/practice/end`], undefined, { request: { practice: true } }),
  ],
  [
    'PUT /api/shops/:shopId/closing',
    OWNER_GOES,
    byRemovedOwner(({ path }) => [`PUT ${path}/closing`, { name: '核桃小店' }]),
  ],
  [
    'DELETE /api/shops/:shopId/closing',
    OWNER_GOES,
    byRemovedOwner(
      ({ path }) => [`DELETE ${path}/closing`],
      ({ owner, path }) => ok(owner.call(`PUT ${path}/closing`, { name: '核桃小店' })),
    ),
  ],
  [
    'PUT /api/shops/:shopId/handovers/:handoverId',
    TAKEN_OVER,
    byOpener((shopId) => [`PUT /api/shops/${shopId}/handovers/${newId()}`]),
  ],
  [
    'PUT /api/shops/:shopId/draft-handovers/:handoverId',
    STAFF_GOES,
    byRemovedStaff('trainer', async (_, removed) => {
      const { shopId } = await recordTestConsent(removed)
      const route = `PUT /api/shops/${shopId}/draft-handovers/${newId()}`
      return [route, { draft: sampleDraft(shopId) }, 'not-found', 2]
    }),
  ],
  [
    'PUT /api/shops/:shopId',
    STAFF_GOES,
    byRemovedStaff('trainer', async (_, removed) => {
      const { shopId, helpId } = await recordTestConsent(removed)
      const products = [{ id: newId(), ...productDraft() }]
      return [`PUT /api/shops/${shopId}`, { trade: 'nuts', products, help: helpId }, 'help-over']
    }),
  ],
  [
    'PUT /api/shops/:shopId',
    ACCOUNT_GOES,
    byDeletedAccount(async () => [
      `PUT /api/shops/${newId()}`,
      { trade: 'nuts', products: [{ id: newId(), ...productDraft() }] },
    ]),
  ],
  [
    'POST /api/handover-codes/accept',
    GIVER_GOES,
    async (env) => {
      const { removed, lose } = await appointRemovable(env, 'trainer')
      const { letters } = await offerShop(await openHelpedShop(env, removed))
      const villager = await signIn(env.app)
      return { send: () => acceptCode(villager, letters), lose, code: 'code-expired' }
    },
  ],
  [
    'POST /api/handover-codes/accept',
    OWNER_GOES,
    async (env) => {
      const shop = await openSharedShop(env)
      const code = await offerHelp(shop.removed, shop.shopId)
      const helper = await signInStaff(env, TOWN, 'trainer')
      return { send: () => acceptCode(helper, code, TOWN), lose: shop.lose, code: 'code-expired' }
    },
  ],
  [
    'POST /api/handover-codes/accept',
    STAFF_GOES,
    byRemovedStaff('trainer', async (env) => {
      const { owner, shopId } = await openShop(env)
      const code = await offerHelp(owner, shopId)
      return ['POST /api/handover-codes/accept', { code, centre: TOWN }, 'staff-only']
    }),
  ],
  [
    'POST /api/handover-codes/accept',
    ACCOUNT_GOES,
    byDeletedAccount(async (env) => {
      const { letters } = await offerShop(await openHelpedShop(env))
      return ['POST /api/handover-codes/accept', { code: letters }]
    }),
  ],
  [
    'DELETE /api/handovers/:handoverId',
    'somebody whose shop is removed with its codes',
    async (env) => {
      const shop = await openHelpedShop(env)
      const { handoverId } = await offerShop(shop)
      const lose = () => shop.helper.call(`DELETE /api/centres/${TOWN}/helps/${shop.helpId}`)
      return { send: () => shop.helper.call(`DELETE /api/handovers/${handoverId}`), lose, code: 'not-found' }
    },
  ],
  [
    'POST /api/paper-cards/answers',
    'a card that its owner ends',
    async (env) => {
      const { owner, shopId } = await openShop(env)
      const code = await makeTestCard(owner, shopId)
      const phone = await signIn(env.app)
      const lose = () => owner.call(`DELETE /api/shops/${shopId}/paper-card`)
      return { send: () => choosePictures(phone, code), lose, code: 'card-used' }
    },
  ],
  [
    'POST /api/paper-cards/answers',
    ACCOUNT_GOES,
    byDeletedAccount(async (env) => {
      const { owner, shopId } = await openShop(env)
      return ['POST /api/paper-cards/answers', { code: await makeTestCard(owner, shopId), pictures: CHOSEN }]
    }),
  ],
  [
    'POST /api/paper-cards/redeem',
    'a card whose maker is removed',
    async (env) => {
      const shop = await openSharedShop(env)
      const phone = await signIn(env.app)
      const code = await dueCard(env, shop.removed, shop.shopId, phone)
      return {
        send: () => phone.call('POST /api/paper-cards/redeem', { code }),
        lose: shop.lose,
        code: 'card-used',
      }
    },
  ],
  [
    'POST /api/paper-cards/redeem',
    ACCOUNT_GOES,
    byDeletedAccount(async (env, client) => {
      const { owner, shopId } = await openShop(env)
      return ['POST /api/paper-cards/redeem', { code: await dueCard(env, owner, shopId, client) }]
    }),
  ],
  [
    'POST /api/sessions',
    'a key whose owner is removed',
    async (env) => {
      const shop = await openSharedShop(env)
      const key = await requestKey(shop.removed, shop.shopId)
      const send = () => call(env.app, 'POST /api/sessions', { provider: 'key', key })
      return { send, lose: shop.lose, code: 'key-used' }
    },
  ],
  [
    'POST /api/sessions',
    ACCOUNT_GOES,
    async (env) => {
      const { key } = await openShop(env)
      const prepare = byDeletedAccount(async () => ['POST /api/sessions', { provider: 'key', key }])
      return { ...(await prepare(env)), isOpen: true }
    },
  ],
  [
    'PUT /api/centres/:centre/invitations/:invitationId',
    STAFF_GOES,
    byRemovedStaff('keeper', async () => [
      `PUT /api/centres/${TOWN}/invitations/${newId()}`,
      { role: 'trainer', name: '培训员' },
    ]),
  ],
  [
    'DELETE /api/centres/:centre/invitations/:invitationId',
    STAFF_GOES,
    byRemovedStaff('keeper', async () => [`DELETE /api/centres/${TOWN}/invitations/${newId()}`]),
  ],
  [
    'DELETE /api/centres/:centre/staff/:staffId',
    STAFF_GOES,
    byRemovedStaff('keeper', async (env) => {
      const staffId = await appointTo(env, await signIn(env.app), TOWN, 'trainer')
      return [`DELETE /api/centres/${TOWN}/staff/${staffId}`]
    }),
  ],
  [
    'PUT /api/centres/:centre/helps/:helpId',
    STAFF_GOES,
    byRemovedStaff('trainer', async () => [
      `PUT /api/centres/${TOWN}/helps/${newId()}`,
      { shopId: newId(), consent: 'spoken' },
    ]),
  ],
  [
    'DELETE /api/centres/:centre/helps/:helpId',
    STAFF_GOES,
    byRemovedStaff('trainer', async (_, removed) => {
      const { helpId } = await recordTestConsent(removed)
      return [`DELETE /api/centres/${TOWN}/helps/${helpId}`]
    }),
  ],
  [
    'PUT /api/centres/:centre/lessons/:lessonId',
    STAFF_GOES,
    byRemovedStaff('trainer', async () => [`PUT /api/centres/${TOWN}/lessons/${newId()}`, { kind: 'real' }]),
  ],
  [
    'POST /api/me/roles',
    'somebody whose invitation is withdrawn',
    async (env) => {
      const { code, withdraw } = await inviteTrainer(env)
      const invited = await signIn(env.app)
      return {
        send: () => invited.call('POST /api/me/roles', { code }),
        lose: withdraw,
        code: 'invitation-wrong',
      }
    },
  ],
  [
    'POST /api/me/roles',
    ACCOUNT_GOES,
    byDeletedAccount(async (env) => ['POST /api/me/roles', { code: (await inviteTrainer(env)).code }]),
  ],
  [
    'POST /api/lessons/:lessonId/screens',
    STAFF_GOES,
    byRemovedStaff('trainer', async (env, removed) => {
      const { lessonId } = await openTestLesson(env, 'real', removed)
      const screen = await signIn(env.app)
      const { code } = (await ok(screen.call(`PUT /api/lesson-screens/${newId()}`))).json<{ code: string }>()
      return [`POST /api/lessons/${lessonId}/screens`, { code }]
    }),
  ],
  [
    'POST /api/lessons/:lessonId/tickets',
    STAFF_GOES,
    byRemovedStaff('trainer', async (env, removed) => {
      const { lessonId } = await openTestLesson(env, 'real', removed)
      return [`POST /api/lessons/${lessonId}/tickets`, { id: newId() }]
    }),
  ],
  [
    'POST /api/lessons/:lessonId/tickets',
    'a learner who is removed',
    async (env) => {
      const lesson = await openTestLesson(env)
      const learner = await joinTestLesson(env, lesson)
      const { lessonId, teacher } = lesson
      const action = { id: newId(), action: 'remove', learnerId: learner.learnerId }
      const lose = () => teacher.call(`POST /api/lessons/${lessonId}/actions`, action)
      return {
        send: () => learner.call(`POST /api/lessons/${lessonId}/tickets`, { id: newId() }),
        lose,
        code: 'not-found',
      }
    },
  ],
  ['DELETE /api/me/data', ACCOUNT_GOES, byDeletedAccount(async () => ['DELETE /api/me/data'])],
]

const ORDERS = 'it is about an order'
const GOODS = 'it changes what a shop offers and grants nothing'
const CHANNELS = 'it is about messages of the own account'
const LESSON = 'it is about a seat in a lesson'
const LINK = 'the link that it issues is checked against the right of its account when it is used'

/** Routes that write and neither change who owns a shop, nor end one, nor issue a right; with the reason. */
export const ROUTES_WITHOUT_LOCKED_RIGHT: Partial<Record<RouteName, string>> = {
  'PUT /api/shops/:shopId/blocked-buyers/:orderId': ORDERS,
  'DELETE /api/shops/:shopId/blocked-buyers/:orderId': ORDERS,
  'POST /api/shops/:shopId/categories/renames': GOODS,
  'POST /api/shops/:shopId/categories/places': GOODS,
  'PUT /api/shops/:shopId/orders/:orderId/details': ORDERS,
  'PUT /api/shops/:shopId/orders/:orderId/change-requests/:requestId': ORDERS,
  'DELETE /api/shops/:shopId/orders/:orderId/change-requests/:requestId': ORDERS,
  'POST /api/shops/:shopId/orders/:orderId/change-requests/:requestId/answers': ORDERS,
  'PUT /api/me/browsers': CHANNELS,
  'DELETE /api/me/browsers/:browser': CHANNELS,
  'POST /api/me/permits': CHANNELS,
  'POST /api/me/phone-codes': CHANNELS,
  'PUT /api/me/phone': CHANNELS,
  'DELETE /api/me/phone': CHANNELS,
  'PUT /api/me/quiet-hours': CHANNELS,
  'POST /api/me/test-messages': CHANNELS,
  'PUT /api/centres/:centre/demo': 'a demo world has no shop of anybody',
  'POST /api/centres/:centre/demo/resets': 'a demo world has no shop of anybody',
  'DELETE /api/centres/:centre/demo': 'a demo world has no shop of anybody',
  'POST /api/shops/:shopId/exports': LINK,
  'POST /api/centres/:centre/figures/sheets': LINK,
  'POST /api/shops/:shopId/money/:month/sheets': LINK,
  'POST /api/shops/:shopId/orders/sheets': LINK,
  'POST /api/me/data/copies': LINK,
  'POST /api/handover-codes/read': 'it only reads',
  'POST /api/handovers/:handoverId/received': 'it forgets a draft that was taken',
  'POST /api/paper-cards/read': 'it only reads',
  'POST /api/lessons/:lessonId/actions': LESSON,
  'PUT /api/lessons/:lessonId/learners/:learnerId': LESSON,
  'PUT /api/lessons/:lessonId/attendance': LESSON,
  'PUT /api/lessons/:lessonId/attendance/hand': LESSON,
  'DELETE /api/lessons/:lessonId/attendance': LESSON,
  'PUT /api/lesson-screens/:screenId': LESSON,
  'PUT /api/shops/:shopId/look-draft': GOODS,
  'POST /api/shops/:shopId/look/publish': GOODS,
  'PUT /api/shops/:shopId/orders/:orderId': ORDERS,
  'POST /api/shops/:shopId/orders/:orderId/steps': ORDERS,
  'PUT /api/shops/:shopId/orders/:orderId/claims/:claimId': ORDERS,
  'POST /api/shops/:shopId/orders/answers': ORDERS,
  'PUT /api/shops/:shopId/orders/:orderId/parcel': ORDERS,
  'POST /api/shops/:shopId/payment-application/papers': 'its files are used by no request',
  'PUT /api/shops/:shopId/payment-application': 'WeChat asks the person who is named in it',
  'PUT /api/shops/:shopId/orders/:orderId/payments/:paymentId': ORDERS,
  'PUT /api/shops/:shopId/orders/:orderId/pay-links/:linkKey/attempts/:paymentId': ORDERS,
  'PUT /api/shops/:shopId/orders/:orderId/refunds/:refundId': ORDERS,
  'PUT /api/photos/:photoId': GOODS,
  'POST /api/photos/:photoId': GOODS,
  'PUT /api/voices/:voiceId': GOODS,
  'POST /api/voices/:voiceId': GOODS,
  'PUT /api/shops/:shopId/products/:productId': GOODS,
  'PUT /api/shops/:shopId/products/:productId/place': GOODS,
  'POST /api/shops/:shopId/products/on-sale': GOODS,
  'DELETE /api/shops/:shopId/products/:productId': GOODS,
  'POST /api/shops/:shopId/skus/:skuId/stock': GOODS,
  'DELETE /api/sessions/current': 'it ends the own session',
  'PUT /api/shops/:shopId/settings': GOODS,
}
