import type { RouteReply } from '@/contract/routes'
import { newId } from '../../support/api-person'
import type { H5Phone } from '../phone/h5-phone'
import type { DemoShop } from './demo-world'

export type Storefront = RouteReply<'GET /api/storefronts/:slug'>
export type OwnedShop = RouteReply<'GET /api/shops/:shopId'>
export type Order = RouteReply<'GET /api/shops/:shopId/orders/:orderId'>['order']

/** Speaks to the server as whoever holds this phone, by its cookie. */
export async function ask<T>(phone: H5Phone, method: string, path: string, data?: object): Promise<T> {
  const request = phone.page.context().request
  const reply = await request.fetch(phone.origin + path, { method, ...(data ? { data } : {}) })
  if (!reply.ok()) throw new Error(`${method} ${path}: ${reply.status()} ${await reply.text()}`)
  return (await reply.json()) as T
}

export const storefrontOf = (phone: H5Phone, slug: string) =>
  ask<Storefront>(phone, 'GET', `/api/storefronts/${slug}`)

/** Makes a phone the owner of a demo shop by its key; answers the shop's id. */
export async function becomeOwner(phone: H5Phone, shop: DemoShop): Promise<string> {
  const session = await ask<{ restored?: { shopId: string } }>(phone, 'POST', '/api/sessions', {
    provider: 'key',
    key: shop.key,
  })
  return session.restored?.shopId ?? ''
}

/** Signs a phone in as nobody in particular, which it does by itself only when it has to. */
export const signIn = (phone: H5Phone) => ask(phone, 'POST', '/api/sessions', { provider: 'device' })

/** Changes some of a shop's settings. */
export async function changeSettings(phone: H5Phone, shopId: string, part: object) {
  const { shop } = await ask<OwnedShop>(phone, 'GET', `/api/shops/${shopId}`)
  const { id: _, slug: _s, trade: _t, openedAt: _o, ...settings } = shop
  await ask(phone, 'PUT', `/api/shops/${shopId}/settings`, { ...settings, ...part })
}

interface Wanted {
  slug: string
  goods: [at: number, quantity: number][]
  kind: 'local' | 'pickup'
}

/** Places an order as a plainly invented buyer; answers where it is. */
export async function placeOrder(phone: H5Phone, { slug, goods, kind }: Wanted): Promise<Order> {
  const { shop, products } = await storefrontOf(phone, slug)
  const lines = goods.map(([at, quantity]) => ({ sku: products[at]?.skus[0], quantity }))
  const sum = lines.reduce((all, { sku, quantity }) => all + (sku?.price ?? 0) * quantity, 0)
  const { fee, freeOver = Number.POSITIVE_INFINITY } = shop.freight
  const freight = kind === 'pickup' || sum >= freeOver ? 0 : fee
  return ask<Order>(phone, 'PUT', `/api/shops/${shop.id}/orders/${newId()}`, {
    lines: lines.map(({ sku, quantity }) => ({ skuId: sku?.id, quantity })),
    fulfilment: { kind },
    receiver: {
      name: '收货人甲',
      phone: '19900000001',
      ...(kind === 'local' ? { address: '成县沙坝镇下街 18 号' } : {}),
    },
    payment: { method: kind === 'local' ? 'on-delivery' : 'on-pickup' },
    seenTotal: sum + freight,
  })
}

export const takeStep = (phone: H5Phone, { shopId, id }: Order, action: string) =>
  ask<Order>(phone, 'POST', `/api/shops/${shopId}/orders/${id}/steps`, { id: newId(), action })
