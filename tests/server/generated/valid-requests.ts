import type { TSchema } from '@sinclair/typebox'
import type { Route } from '@/contract/route'
import { type RouteName, routes } from '@/contract/routes'
import { lookOf } from '@/templates/registry'
import type { Person } from '../support/person'
import { draftOf, orderFor, placed, receiver } from '../support/shop'
import { newId } from '../support/world'
import { sample } from './sample'
import { arrive, type Stage } from './stage'

/** A request that is right: who sends it, and its parts. */
export interface Asked {
  name: RouteName
  who: Person
  params: Record<string, string>
  query: Record<string, string>
  body: unknown
}

type Taught = Partial<Omit<Asked, 'name'>>
type Maker = (stage: Stage) => Taught | Promise<Taught>

const all = { fulfilments: ['local', 'pickup', 'courier', 'on-site'], payments: ['on-delivery', 'on-pickup'] }

async function freshOrder({ a }: Stage): Promise<Record<string, string>> {
  return { shopId: a.shop.shopId, orderId: (await placed(a.shop, a.buyer)).id }
}

const shopNow = async ({ a }: Stage) =>
  (await a.owner.call(`GET /api/shops/${a.shop.shopId}`)).json<{ shop: { version: number } }>()

async function draftVersion({ a }: Stage): Promise<number> {
  const state = await a.owner.call(`GET /api/shops/${a.shop.shopId}/look`)
  return state.json<{ draft: { version: number } }>().draft.version
}

async function freshKey({ a }: Stage): Promise<string> {
  const answer = await a.owner.call(`POST /api/shops/${a.shop.shopId}/key`, { id: newId() })
  return answer.json<{ key: string }>().key
}

/** What the shapes of a route cannot tell: ids that must be new, versions that must be the present ones, sums that must be right. */
const taught: { [N in RouteName]?: readonly Maker[] } = {
  'POST /api/sessions': [
    () => ({ body: { provider: 'device' } }),
    () => ({ body: { provider: 'wechat', code: 'a-login-code' } }),
    async (stage) => ({ body: { provider: 'key', key: await freshKey(stage) } }),
  ],
  'DELETE /api/sessions/current': [async ({ world }) => ({ who: await arrive(world) })],
  'PUT /api/shops/:shopId': [() => ({ params: { shopId: newId() } })],
  'PUT /api/shops/:shopId/settings': [
    async (stage) => ({
      body: {
        ...(sample(routes['PUT /api/shops/:shopId/settings'].body, knownOf(stage)) as object),
        version: (await shopNow(stage)).shop.version,
        closedUntil: '2020-01-01',
      },
    }),
  ],
  'PUT /api/shops/:shopId/look-draft': [
    async (stage) => ({ body: { ...lookOf('woodgrain'), version: await draftVersion(stage) } }),
  ],
  'POST /api/shops/:shopId/look/publish': [
    async (stage) => ({ body: { id: newId(), draftVersion: await draftVersion(stage) } }),
  ],
  'PUT /api/shops/:shopId/products/:productId': [
    ({ a }) => ({ params: { shopId: a.shop.shopId, productId: newId() }, body: fullProduct(a.photoId) }),
  ],
  'DELETE /api/shops/:shopId/products/:productId': [
    ({ a }) => ({ params: { shopId: a.shop.shopId, productId: newId() } }),
  ],
  'PUT /api/shops/:shopId/orders/:orderId': [
    ({ a }) => ({
      who: a.buyer,
      body: orderFor(a.shop, { note: '放门口' }),
      params: newOrder(a.shop.shopId),
    }),
    ({ a }) => ({ who: a.buyer, body: stay(a.shop.skuId), params: newOrder(a.shop.shopId) }),
  ],
  'POST /api/shops/:shopId/orders/:orderId/steps': [
    async (stage) => ({ params: await freshOrder(stage), body: { id: newId(), action: 'accept' } }),
  ],
  'POST /api/shops/:shopId/orders/answers': [
    async (stage) => ({
      body: { id: newId(), answer: 'accept', orderIds: [(await freshOrder(stage)).orderId] },
    }),
  ],
  // somebody else's order, so that the buyer of the stage may go on ordering
  'PUT /api/shops/:shopId/blocked-buyers/:orderId': [
    async ({ a, world }) => ({
      params: { shopId: a.shop.shopId, orderId: (await placed(a.shop, await arrive(world))).id },
    }),
  ],
}

const newOrder = (shopId: string) => ({ shopId, orderId: newId() })

const fullProduct = (photoId: string) => {
  const { skus, ...draft } = draftOf()
  const words = { category: '干果', note: '今年的' }
  const sku = { id: newId(), label: '大盒', price: 2500, stock: 10, weight: 500 }
  return { version: 0, ...draft, ...words, photos: [photoId], skus: [{ ...skus[0], ...sku }] }
}

const stay = (skuId: string) => ({
  lines: [{ skuId, quantity: 1, date: '2026-12-01' }],
  fulfilment: { kind: 'on-site' },
  receiver,
  payment: { method: 'on-pickup' },
  seenTotal: 2500,
})

const idsOf = ({ a }: Stage): Record<string, string> => ({
  shopId: a.shop.shopId,
  slug: a.shop.slug,
  productId: a.shop.productId,
  skuId: a.shop.skuId,
  orderId: a.order.id,
  photoId: a.photoId,
  voiceId: newId(),
  lookVersion: '1',
})

const knownOf = (stage: Stage) => (name: string) =>
  ({ ...all, photos: [stage.a.photoId], skuId: stage.a.shop.skuId, version: 0, template: 'woodgrain' })[name]

/** Fills the parts of a route's address; a part that nothing here is called by fails the suite: teach it. */
function paramsOf(name: string, stage: Stage): Record<string, string> {
  const ids = idsOf(stage)
  const deps = [...name.matchAll(/:([A-Za-z]+)/g)].map(([, part]) => part ?? '')
  return Object.fromEntries(
    deps.map((part) => {
      const id = ids[part]
      if (id === undefined) throw new Error(`${name}: nothing on the stage is a ${part}`)
      return [part, id]
    }),
  )
}

const queryOf = (schema: TSchema | undefined): Record<string, string> =>
  schema?.properties?.limit ? { limit: '40' } : {}

/** How many right requests there are of a route. */
export const variantsOf = (name: RouteName): number => taught[name]?.length ?? 1

/** A right request of a route, made of its shapes and of what is on the stage. */
export async function validRequest(name: RouteName, stage: Stage, variant = 0): Promise<Asked> {
  const route: Route = routes[name]
  const lesson = (await taught[name]?.[variant]?.(stage)) ?? {}
  return {
    name,
    who: stage.a.owner,
    params: lesson.params ?? paramsOf(name, stage),
    query: queryOf(route.query),
    body: route.body && !lesson.body ? sample(route.body, knownOf(stage)) : undefined,
    ...lesson,
  }
}
