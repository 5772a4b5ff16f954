import type { RouteReply } from '@/contract/routes'
import { newId } from '../../support/api-person'
import type { OpenPhone } from '../phone/phone'
import type { DemoShop } from './demo-world'

export type Storefront = RouteReply<'GET /api/storefronts/:slug'>
export type OwnedShop = RouteReply<'GET /api/shops/:shopId'>
export type Order = RouteReply<'GET /api/shops/:shopId/orders/:orderId'>['order']

export const storefrontOf = (phone: OpenPhone, slug: string) =>
  phone.ask<Storefront>('GET', `/api/storefronts/${slug}`)

/** Makes a phone the owner of a demo shop by its key; answers the shop's id. */
export async function becomeOwner(phone: OpenPhone, shop: DemoShop): Promise<string> {
  const session = await phone.ask<{ restored?: { shopId: string } }>('POST', '/api/sessions', {
    provider: 'key',
    key: shop.key,
  })
  return session.restored?.shopId ?? ''
}

/** Signs a phone in as nobody in particular, which it does by itself only when it has to; in WeChat it does so at once. */
export async function signIn(phone: OpenPhone) {
  if (phone.kind === 'h5') await phone.ask('POST', '/api/sessions', { provider: 'device' })
}

/** Changes some of a shop's settings. */
export async function changeSettings(phone: OpenPhone, shopId: string, part: object) {
  const { shop } = await phone.ask<OwnedShop>('GET', `/api/shops/${shopId}`)
  const { id: _, slug: _s, trade: _t, openedAt: _o, ...settings } = shop
  await phone.ask('PUT', `/api/shops/${shopId}/settings`, { ...settings, ...part })
}

interface Wanted {
  slug: string
  goods: [at: number, quantity: number][]
  kind: 'local' | 'pickup'
}

/** Places an order as a plainly invented buyer; answers where it is. */
export async function placeOrder(phone: OpenPhone, { slug, goods, kind }: Wanted): Promise<Order> {
  const { shop, products } = await storefrontOf(phone, slug)
  const lines = goods.map(([at, quantity]) => ({ sku: products[at]?.skus[0], quantity }))
  const sum = lines.reduce((all, { sku, quantity }) => all + (sku?.price ?? 0) * quantity, 0)
  const { fee, freeOver = Number.POSITIVE_INFINITY } = shop.freight
  const freight = kind === 'pickup' || sum >= freeOver ? 0 : fee
  return phone.ask<Order>('PUT', `/api/shops/${shop.id}/orders/${newId()}`, {
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

export const takeStep = (phone: OpenPhone, { shopId, id }: Order, action: string) =>
  phone.ask<Order>('POST', `/api/shops/${shopId}/orders/${id}/steps`, { id: newId(), action })
