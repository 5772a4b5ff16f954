import type { LightMyRequestResponse } from 'fastify'
import type { RouteName } from '@/contract/routes'
import { type ApiClient, answered, signIn } from '../api-client'
import { appointTo, COUNTY, signInStaff, TOWN } from '../centre'
import { acceptCode, offerShop, openHelpedShop } from '../stories/helped-shop'
import type { TestEnvironment } from '../test-environment'
import { type OpenShopOptions, openShop } from '../test-shop'

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

export const OWNER_GOES = 'an owner who is removed'
export const GIVER_GOES = 'a code whose giver loses the shop'

/** A route, the right that is lost, and the case. */
export type CaseRow = readonly [name: RouteName, loss: string, prepare: Prepare]

/** A shop with two owners, of whom the first removes the second. */
export async function openSharedShop(env: TestEnvironment, options: OpenShopOptions = {}) {
  const shop = await openShop(env, options)
  const removed = await signIn(env.app)
  await answered(removed.call('POST /api/sessions', { provider: 'key', key: shop.key }))
  const lose = () => shop.owner.call(`DELETE /api/shops/${shop.shopId}/other-owners`)
  return { ...shop, removed, lose, path: `/api/shops/${shop.shopId}` }
}

/** A case of an owner whom the other owner removes. */
export const byRemovedOwner = (
  name: RouteName,
  request: (shop: Awaited<ReturnType<typeof openSharedShop>>) => [route: string, body?: object],
  prepare: (shop: Awaited<ReturnType<typeof openSharedShop>>) => Promise<unknown> = async () => undefined,
  options: OpenShopOptions = {},
): CaseRow => [
  name,
  OWNER_GOES,
  async (env) => {
    const shop = await openSharedShop(env, options)
    await prepare(shop)
    const [route, body] = request(shop)
    return { send: () => shop.removed.call(route, body), lose: shop.lose, code: 'not-found' }
  },
]

/** Somebody on the staff of a town, and the request by which the county removes her. */
export async function appointRemovable(env: TestEnvironment, role: 'keeper' | 'trainer') {
  const county = await signInStaff(env, COUNTY, 'county')
  const removed = await signIn(env.app)
  const staffId = await appointTo(env, removed, TOWN, role)
  return { removed, county, lose: () => county.call(`DELETE /api/centres/${TOWN}/staff/${staffId}`) }
}

/** A case of somebody whom the county removes from the staff. */
export const byRemovedStaff = (
  name: RouteName,
  role: 'keeper' | 'trainer',
  prepare: (
    env: TestEnvironment,
    removed: ApiClient,
  ) => Promise<[route: string, body?: object, code?: string, transactions?: number]>,
): CaseRow => [
  name,
  'somebody who loses the role in the centre',
  async (env) => {
    const { removed, lose } = await appointRemovable(env, role)
    const [route, body, code = 'not-found', transactions = 1] = await prepare(env, removed)
    return { send: () => removed.call(route, body), lose, code, transactions }
  },
]

/** A case of somebody who deletes the own account on another page. */
export const byDeletedAccount = (
  name: RouteName,
  prepare: (env: TestEnvironment, client: ApiClient) => Promise<[route: string, body?: object]>,
  more: Pick<ForfeitingCase, 'isOpen'> = {},
): CaseRow => [
  name,
  'somebody whose account is deleted',
  async (env) => {
    const deleted = await signIn(env.app)
    const [route, body] = await prepare(env, deleted)
    const lose = () => deleted.call('DELETE /api/me/data')
    return { send: () => deleted.call(route, body), lose, code: 'signed-out', ...more }
  },
]

/** A case of a trainer whose shop its owner takes over by a code. */
export const byOpener = (
  name: RouteName,
  request: (shopId: string) => [route: string, body?: object],
): CaseRow => [
  name,
  'a trainer whose shop is taken over',
  async (env) => {
    const shop = await openHelpedShop(env)
    const { letters } = await offerShop(shop)
    const villager = await signIn(env.app)
    const [route, body] = request(shop.shopId)
    const lose = () => acceptCode(villager, letters)
    return { send: () => shop.helper.call(route, body), lose, code: 'not-found', transactions: 2 }
  },
]
