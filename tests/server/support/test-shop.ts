import type { Order } from '@/domain/order/order'
import type { OpenRequest } from '../../../server/modules/opening/open-shop'
import { perFile, perTest } from '../../support/per-test'
import { type ApiClient, answered, signIn } from './api-client'
import { newId, type TestEnvironment } from './test-environment'

export interface OpenedShop {
  owner: ApiClient
  shopId: string
  slug: string
  key: string
  productId: string
  skuId: string
  /** The request that opened the shop. */
  request: OpenRequest
}

export interface OpenShopOptions {
  owner?: ApiClient
  stock?: number
  request?: Partial<OpenRequest>
}

export const productDraft = (skuId = newId(), stock = 10) => ({
  name: '核桃',
  unit: '斤',
  photos: [],
  skus: [{ id: skuId, price: 2500, stock }],
  onSale: true,
})

/** Opens a shop with one product of one sku at 25 yuan. */
export async function openShop(env: TestEnvironment, options: OpenShopOptions = {}): Promise<OpenedShop> {
  const owner = options.owner ?? (await signIn(env.app))
  const [shopId, productId, skuId] = [newId(), newId(), newId()]
  const products = [{ id: productId, ...productDraft(skuId, options.stock) }]
  const request: OpenRequest = { trade: 'nuts', products, ...options.request }
  const { slug, key } = await answered<{ slug: string; key: string }>(
    owner.call(`PUT /api/shops/${shopId}`, request),
  )
  return { owner, shopId, slug, key, productId, skuId, request }
}

/** Opens a shop for each test. */
export const shopPerTest = (env: TestEnvironment, options?: OpenShopOptions): OpenedShop =>
  perTest(() => openShop(env, options))

/** Opens a shop that all tests of a file share. */
export const shopPerFile = (env: TestEnvironment, options?: OpenShopOptions): OpenedShop =>
  perFile(() => openShop(env, options))

export const receiver = { name: '收货人', phone: '13800000000', address: '城关镇一号' }

/** Returns an order of the shop’s sku with local delivery. */
export const orderFor = (shop: OpenedShop, changes: object = {}, quantity = 1) => ({
  lines: [{ skuId: shop.skuId, quantity }],
  fulfilment: { kind: 'local' },
  receiver,
  payment: { method: 'on-delivery' },
  seenTotal: 2500 * quantity,
  ...changes,
})

/** Places an order; throws when it is refused. */
export async function placeTestOrder(
  shop: OpenedShop,
  buyer: ApiClient,
  changes: object = {},
  quantity = 1,
): Promise<Order> {
  const route = `PUT /api/shops/${shop.shopId}/orders/${newId()}`
  return answered(buyer.call(route, orderFor(shop, changes, quantity)))
}

/** Returns the stored stock of the shop’s sku. */
export async function stockOf(env: TestEnvironment, shop: OpenedShop): Promise<number> {
  const row = await env.deps.db.query
    .selectFrom('sku')
    .select('stock')
    .where('shop_id', '=', shop.shopId)
    .where('id', '=', shop.skuId)
    .executeTakeFirstOrThrow()
  return row.stock
}

/** Makes a claim of one piece of an order's first line. */
export const claimOrder = (
  shop: OpenedShop,
  buyer: ApiClient,
  orderId: string,
  changes: object = {},
  claimId = newId(),
) =>
  buyer.call(`PUT /api/shops/${shop.shopId}/orders/${orderId}/claims/${claimId}`, {
    ...{ wish: 'refund', reason: 'spoiled', amount: 2500, photos: [] },
    goods: [{ line: 0, quantity: 1 }],
    ...changes,
  })

/** Takes a step with an order. */
export const stepOrder = (
  { shopId }: Pick<OpenedShop, 'shopId'>,
  who: ApiClient,
  orderId: string,
  action: string,
  details: object = {},
) => who.call(`POST /api/shops/${shopId}/orders/${orderId}/steps`, { id: newId(), action, ...details })

/** Returns what the shop's owner reads on 今天. */
export const readToday = async ({ owner, shopId }: Pick<OpenedShop, 'owner' | 'shopId'>) =>
  (await owner.call(`GET /api/shops/${shopId}/today`)).json()
