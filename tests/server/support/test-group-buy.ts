import type { GroupBuy } from '@/domain/group-buy/group-buy'
import type { Order } from '@/domain/order/order'
import { type ApiClient, answered, signIn } from './api-client'
import { newId, type TestEnvironment } from './test-environment'
import type { OpenedShop } from './test-shop'

const DAY_MS = 86_400_000

/** A group buy of a shop of which tests know the pickup point. */
export interface OpenedGroupBuy {
  shop: OpenedShop
  groupBuyId: string
  pointId: string
  /** The route of its resources. */
  route: string
}

export const groupBuyDraft = (shop: OpenedShop, env: TestEnvironment, changes: object = {}) => ({
  words: '周六送到学校门口',
  goods: [{ skuId: shop.skuId, price: 2000, maxPerPerson: 10 }],
  points: [{ id: newId(), name: '学校门口', when: '周六 10 点' }],
  fulfilments: [],
  endsAt: env.deps.clock() + 3 * DAY_MS,
  accepts: true,
  ...changes,
})

/** Creates a group buy of the shop's sku at 20 yuan, and publishes it. */
export async function openGroupBuy(
  env: TestEnvironment,
  shop: OpenedShop,
  changes: object = {},
): Promise<OpenedGroupBuy> {
  const groupBuyId = newId()
  const route = `/api/shops/${shop.shopId}/group-buys/${groupBuyId}`
  const draft = groupBuyDraft(shop, env, changes)
  await answered(shop.owner.call(`PUT ${route}`, { version: 0, ...draft }))
  await answered(stepGroupBuy({ shop, route }, 'publish'))
  return { shop, groupBuyId, route, pointId: draft.points[0]?.id ?? '' }
}

/** Takes an owner's step with a group buy. */
export const stepGroupBuy = (
  { shop, route }: Pick<OpenedGroupBuy, 'shop' | 'route'>,
  action: string,
  details: object = {},
  who: ApiClient = shop.owner,
) => who.call(`POST ${route}/steps`, { id: newId(), action, ...details })

export const entryFor = ({ shop, pointId }: OpenedGroupBuy, quantity = 1, changes: object = {}) => ({
  lines: [{ skuId: shop.skuId, quantity }],
  fulfilment: { kind: 'pickup' },
  pointId,
  receiver: { name: '收货人', phone: '13800000000' },
  payment: { method: 'on-pickup' },
  seenTotal: 2000 * quantity,
  ...changes,
})

export const joinAs = (
  groupBuy: OpenedGroupBuy,
  buyer: ApiClient,
  quantity = 1,
  changes: object = {},
  orderId = newId(),
) => buyer.call(`PUT ${groupBuy.route}/entries/${orderId}`, entryFor(groupBuy, quantity, changes))

/** Joins as a new buyer; throws when it is refused. */
export async function joinAsNew(
  env: TestEnvironment,
  groupBuy: OpenedGroupBuy,
  quantity = 1,
  changes: object = {},
): Promise<{ buyer: ApiClient; order: Order }> {
  const buyer = await signIn(env.app)
  return { buyer, order: await answered(joinAs(groupBuy, buyer, quantity, changes)) }
}

/** The group buy as its page shows it. */
export const readGroupBuy = async ({ shop, groupBuyId }: OpenedGroupBuy): Promise<GroupBuy> =>
  (await shop.owner.call(`GET /api/storefronts/${shop.slug}/group-buys/${groupBuyId}`)).json().groupBuy
