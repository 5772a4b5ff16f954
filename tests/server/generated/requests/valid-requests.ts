import type { TSchema } from '@sinclair/typebox'
import type { Route } from '@/contract/route'
import { type RouteName, routes } from '@/contract/routes'
import type { Access } from '@/domain/access'
import { createBundledLook } from '@/templates/bundled-templates'
import type { ApiClient } from '../../support/api-client'
import { TOWN } from '../../support/centre'
import { samplePapers } from '../../support/stories/papers'
import { newId } from '../../support/test-environment'
import { orderFor, placeTestOrder, receiver, stepOrder } from '../../support/test-shop'
import type { RequestMaker, RequestMakers, RequestParts } from '../request-parts'
import { type Scenario, signInWithCookie } from '../scenario'
import { changeRequests } from './change-requests'
import { channelRequests } from './channel-requests'
import { classroomRequests } from './classroom-requests'
import { closingRequests } from './closing-requests'
import { goodsRequests } from './goods-requests'
import { groupBuyRequests } from './group-buy-requests'
import { ensureShared, helpRequests, newHelpIds } from './help-requests'
import { operatorRequests } from './operator-requests'
import { linkedPayment, newPayment, orderWithFailedRefund, paidOrder } from './paid-orders'
import { OMITTED, sampleValue } from './sample-value'

const all = { fulfilments: ['local', 'pickup', 'courier', 'on-site'], payments: ['on-delivery', 'on-pickup'] }

async function freshOrder({ a }: Scenario): Promise<Record<string, string>> {
  return { shopId: a.shop.shopId, orderId: (await placeTestOrder(a.shop, a.buyer)).id }
}

/** A shop whose seller was not granted WeChat Pay and has not applied. */
async function shopThatMayApply({ env, a: { shop } }: Scenario) {
  const { query } = env.deps.db
  await query.deleteFrom('payment_application').execute()
  await query.updateTable('shop').set({ payment_grants: null }).where('shop_id', '=', shop.shopId).execute()
  return { shopId: shop.shopId }
}

/** An order that is paid and sent. */
async function sentOrder(scenario: Scenario) {
  const { shopId, orderId } = await paidOrder(scenario)
  await sendOrder(scenario, orderId)
  return { shopId, orderId }
}

async function sendOrder({ a: { owner, shop } }: Scenario, orderId: string) {
  for (const action of ['accept', 'send']) await stepOrder(shop, owner, orderId, action)
}

/** An order that is on its way by courier. */
async function courierOrder(scenario: Scenario) {
  const { shop, buyer } = scenario.a
  const { id: orderId } = await placeTestOrder(shop, buyer, { fulfilment: { kind: 'courier' } })
  await sendOrder(scenario, orderId)
  return { shopId: shop.shopId, orderId }
}

const shopNow = async ({ a }: Scenario) =>
  (await a.owner.call(`GET /api/shops/${a.shop.shopId}`)).json<{ shop: { version: number } }>()

async function draftVersion({ a }: Scenario): Promise<number> {
  const state = await a.owner.call(`GET /api/shops/${a.shop.shopId}/look`)
  return state.json<{ draft: { version: number } }>().draft.version
}

async function freshKey({ a }: Scenario): Promise<string> {
  const answer = await a.owner.call(`POST /api/shops/${a.shop.shopId}/key`, { id: newId() })
  return answer.json<{ key: string }>().key
}

/** Request parts that schemas do not determine: new ids, current versions and correct totals. */
const requestMakers: RequestMakers = {
  'POST /api/sessions': [
    () => ({ body: { provider: 'device' } }),
    () => ({ body: { provider: 'wechat', code: 'a-login-code' } }),
    async (scenario) => ({ body: { provider: 'key', key: await freshKey(scenario) } }),
  ],
  'DELETE /api/sessions/current': async ({ env }) => ({ sender: await signInWithCookie(env) }),
  'PUT /api/shops/:shopId': () => ({ params: { shopId: newId() } }),
  'PUT /api/shops/:shopId/settings': async (scenario) => ({
    body: {
      ...(sampleValue(routes['PUT /api/shops/:shopId/settings'].body, knownOf(scenario)) as object),
      version: (await shopNow(scenario)).shop.version,
      ...{ closedUntil: '2020-01-01', deliverySlots: {}, banner: null },
      logo: { id: scenario.a.photoId, hash: scenario.a.photoHash },
    },
  }),
  'PUT /api/shops/:shopId/look-draft': async (scenario) => ({
    body: { ...createBundledLook('woodgrain'), version: await draftVersion(scenario) },
  }),
  'POST /api/shops/:shopId/look/publish': async (scenario) => ({
    body: { id: newId(), draftVersion: await draftVersion(scenario) },
  }),
  'PUT /api/shops/:shopId/orders/:orderId': [
    ({ a }) => ({
      sender: a.buyer,
      body: orderFor(a.shop, { note: '放门口' }),
      params: newOrder(a.shop.shopId),
    }),
    ({ a }) => ({ sender: a.buyer, body: stay(a.shop.skuId), params: newOrder(a.shop.shopId) }),
  ],
  'POST /api/shops/:shopId/orders/:orderId/steps': async (scenario) => ({
    params: await freshOrder(scenario),
    body: { id: newId(), action: 'accept' },
  }),
  'PUT /api/shops/:shopId/orders/:orderId/payments/:paymentId': async (scenario) => ({
    sender: scenario.a.buyer,
    ...(await newPayment(scenario)),
  }),
  'GET /api/shops/:shopId/orders/:orderId/payments/:paymentId': async (scenario) => {
    const { params, body } = await newPayment(scenario)
    const { shopId, orderId, paymentId } = params
    await scenario.a.buyer.call(`PUT /api/shops/${shopId}/orders/${orderId}/payments/${paymentId}`, body)
    return { params }
  },
  'PUT /api/shops/:shopId/orders/:orderId/payment-method': async (scenario) => {
    const { shopId, orderId } = (await newPayment(scenario)).params
    return { sender: scenario.a.buyer, params: { shopId, orderId }, body: { method: 'on-delivery' } }
  },
  'GET /api/shops/:shopId/orders/:orderId/pay-links/:linkKey': async (scenario) => ({
    params: (await linkedPayment(scenario)).link,
  }),
  'PUT /api/shops/:shopId/orders/:orderId/pay-links/:linkKey/attempts/:paymentId': async (scenario) => {
    const { link, paymentId, body } = await linkedPayment(scenario)
    return { sender: scenario.stranger, params: { ...link, paymentId }, body }
  },
  'GET /api/shops/:shopId/orders/:orderId/pay-links/:linkKey/attempts/:paymentId': async (scenario) => {
    const { link, paymentId, body } = await linkedPayment(scenario)
    const { shopId, orderId, linkKey } = link
    const path = `/api/shops/${shopId}/orders/${orderId}/pay-links/${linkKey}/attempts/${paymentId}`
    await scenario.a.buyer.call(`PUT ${path}`, body)
    return { sender: scenario.a.buyer, params: { ...link, paymentId } }
  },
  'PUT /api/shops/:shopId/orders/:orderId/refunds/:refundId': async (scenario) => ({
    params: { ...(await paidOrder(scenario)), refundId: newId() },
    body: { amount: 1, note: '少装了一个' },
  }),
  'PUT /api/shops/:shopId/orders/:orderId/refund-card': async (scenario) => ({
    params: await orderWithFailedRefund(scenario),
    body: { bank: 'PSBC', name: '收款人', number: '6210980000000001' },
  }),
  'PUT /api/shops/:shopId/orders/:orderId/refund-to-seller': async (scenario) => ({
    params: await orderWithFailedRefund(scenario),
  }),
  'POST /api/shops/:shopId/payment-application/papers': async (scenario) => ({
    params: await shopThatMayApply(scenario),
  }),
  'PUT /api/shops/:shopId/payment-application': async (scenario) => ({
    params: await shopThatMayApply(scenario),
    body: samplePapers(),
  }),
  'PUT /api/shops/:shopId/orders/:orderId/parcel': async (scenario) => ({
    params: await courierOrder(scenario),
    body: { carrier: 'ZTO', waybill: '78123456789012' },
  }),
  'PUT /api/shops/:shopId/orders/:orderId/claims/:claimId': async (scenario) => ({
    sender: scenario.a.buyer,
    params: { ...(await sentOrder(scenario)), claimId: newId() },
    body: {
      ...{ wish: 'refund', reason: 'spoiled', text: '坏了两个', amount: 1, photos: [] },
      goods: [{ line: 0, quantity: 1 }],
    },
  }),
  'POST /api/shops/:shopId/orders/answers': async (scenario) => ({
    body: { id: newId(), answer: 'accept', orderIds: [(await freshOrder(scenario)).orderId] },
  }),
  ...{ ...changeRequests, ...channelRequests, ...closingRequests, ...classroomRequests },
  ...{ ...goodsRequests, ...groupBuyRequests, ...helpRequests, ...operatorRequests },
  // an order of a new account, so that the buyer of the scenario stays unblocked
  'PUT /api/shops/:shopId/blocked-buyers/:orderId': async ({ a, env }) => {
    const { id: orderId } = await placeTestOrder(a.shop, await signInWithCookie(env))
    return { params: { shopId: a.shop.shopId, orderId } }
  },
}

const newOrder = (shopId: string) => ({ shopId, orderId: newId() })

const stay = (skuId: string) => ({
  lines: [{ skuId, quantity: 1, date: '2026-12-01' }],
  fulfilment: { kind: 'on-site' },
  receiver,
  payment: { method: 'on-pickup' },
  seenTotal: 2500,
})

const idsOf = ({ a, classroom }: Scenario): Record<string, string> => ({
  shopId: a.shop.shopId,
  slug: a.shop.slug,
  productId: a.shop.productId,
  skuId: a.shop.skuId,
  orderId: a.order.id,
  ...{ photoId: a.photoId, voiceId: newId() },
  lookVersion: '1',
  month: '2026-11',
  centre: TOWN,
  lessonId: classroom.lesson.lessonId,
  number: classroom.lesson.number,
  ...{ learnerId: newId(), browser: 'a'.repeat(64) },
  ...{ invitationId: newId(), staffId: newId() },
  screenId: classroom.screenId,
  ...newHelpIds(),
})

const knownOf = (scenario: Scenario) => (name: string) =>
  ({
    ...{ ...all, photos: [scenario.a.photoId], skuId: scenario.a.shop.skuId, version: 0 },
    // a shop that its owner opens without a helper
    ...{ template: 'woodgrain', help: OMITTED },
  })[name]

/** Returns the path parameters of a route; throws for a parameter without a value, which must be added to `idsOf`. */
function paramsOf(name: string, scenario: Scenario): Record<string, string> {
  const ids = idsOf(scenario)
  const names = [...name.matchAll(/:([A-Za-z]+)/g)].map(([, part]) => part ?? '')
  return Object.fromEntries(
    names.map((part) => {
      const id = ids[part]
      if (id === undefined) throw new Error(`${name}: nothing on the stage is a ${part}`)
      return [part, id]
    }),
  )
}

const queryOf = (schema: TSchema | undefined): Record<string, string> =>
  schema?.properties?.limit ? { limit: '40' } : {}

const makersOf = (name: RouteName): RequestMaker[] => [requestMakers[name] ?? (() => ({}))].flat()

/** Number of valid requests defined for a route. */
export const variantsOf = (name: RouteName): number => makersOf(name).length

/** Returns a client that may call routes with an access rule. */
const senderOf = (access: Access, { a, classroom, operator }: Scenario): ApiClient => {
  if (access === 'operator') return operator
  if (access === 'county') return classroom.county
  if (access === 'opener') return classroom.opener
  if (access === 'keeper' || access === 'trainer') return classroom.keeper
  return access === 'teacher' || access === 'viewer' ? classroom.teacher : a.owner
}

/** Returns a valid request of a route, from its schemas and the scenario. */
export async function validRequest(name: RouteName, scenario: Scenario, variant = 0): Promise<RequestParts> {
  const route: Route = routes[name]
  if (route.access === 'manager') await ensureShared(scenario)
  const made = (await makersOf(name)[variant]?.(scenario)) ?? {}
  return {
    name,
    sender: senderOf(route.access, scenario),
    params: made.params ?? paramsOf(name, scenario),
    query: queryOf(route.query),
    body: route.body && !made.body ? sampleValue(route.body, knownOf(scenario)) : undefined,
    ...made,
  }
}
