import type { Order } from '@/domain/order'
import type { OpenRequest } from '../../../server/modules/shops/open-shop'
import { type Person, signIn } from './person'
import { newId, type World } from './world'

export interface OpenedShop {
  owner: Person
  shopId: string
  slug: string
  key: string
  productId: string
  skuId: string
  /** The request it was opened with. */
  request: OpenRequest
}

export interface ShopWish {
  owner?: Person
  stock?: number
  request?: Partial<OpenRequest>
}

export const draftOf = (skuId = newId(), stock = 10) => ({
  name: '核桃',
  unit: '斤',
  photos: [],
  skus: [{ id: skuId, price: 2500, stock }],
  onSale: true,
})

/** A shop with one product of one sku at 25 yuan. */
export async function openShop(world: World, wish: ShopWish = {}): Promise<OpenedShop> {
  const owner = wish.owner ?? (await signIn(world.app))
  const [shopId, productId, skuId] = [newId(), newId(), newId()]
  const products = [{ id: productId, ...draftOf(skuId, wish.stock) }]
  const request: OpenRequest = { trade: 'nuts', products, ...wish.request }
  const answer = await owner.call(`PUT /api/shops/${shopId}`, request)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  const { slug, key } = answer.json<{ slug: string; key: string }>()
  return { owner, shopId, slug, key, productId, skuId, request }
}

export const receiver = { name: '收货人', phone: '13800000000', address: '城关镇一号' }

/** An order for the shop's sku, brought home. */
export const orderFor = (shop: OpenedShop, changes: object = {}, quantity = 1) => ({
  lines: [{ skuId: shop.skuId, quantity }],
  fulfilment: { kind: 'local' },
  receiver,
  payment: { method: 'on-delivery' },
  seenTotal: 2500 * quantity,
  ...changes,
})

/** Places an order that must succeed. */
export async function placed(
  shop: OpenedShop,
  buyer: Person,
  changes: object = {},
  quantity = 1,
): Promise<Order> {
  const route = `PUT /api/shops/${shop.shopId}/orders/${newId()}`
  const answer = await buyer.call(route, orderFor(shop, changes, quantity))
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<Order>()
}

/** The stock of the shop's sku as anyone sees it. */
export async function stockOf(world: World, shop: OpenedShop): Promise<number> {
  const row = await world.deps.db.query
    .selectFrom('sku')
    .select('stock')
    .where('shop_id', '=', shop.shopId)
    .where('id', '=', shop.skuId)
    .executeTakeFirstOrThrow()
  return row.stock
}
