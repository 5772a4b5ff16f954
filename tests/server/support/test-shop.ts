import type { Order } from '@/domain/order/order'
import type { OpenRequest } from '../../../server/modules/opening/open-shop'
import { type ApiClient, signIn } from './api-client'
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
  const answer = await owner.call(`PUT /api/shops/${shopId}`, request)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  const { slug, key } = answer.json<{ slug: string; key: string }>()
  return { owner, shopId, slug, key, productId, skuId, request }
}

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
  const answer = await buyer.call(route, orderFor(shop, changes, quantity))
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<Order>()
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
