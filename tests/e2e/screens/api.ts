import type { RouteReply } from '@/contract/routes'
import { newId } from '../../support/api-client'
import type { InspectablePhone } from '../phone/phone'
import type { DemoShop } from './demo-server'

export type Storefront = RouteReply<'GET /api/storefronts/:slug'>
export type OwnedShop = RouteReply<'GET /api/shops/:shopId'>
export type Order = RouteReply<'GET /api/shops/:shopId/orders/:orderId'>['order']

/** A client that sends requests in the session of a person. */
type Caller = Pick<InspectablePhone, 'request'>

export const storefrontOf = (phone: Caller, slug: string) =>
  phone.request<Storefront>('GET', `/api/storefronts/${slug}`)

/** Makes a phone the owner of a demo shop by its key and returns the shop's id. */
export async function becomeOwner(phone: Caller, shop: DemoShop): Promise<string> {
  const session = await phone.request<{ restored?: { shopId: string } }>('POST', '/api/sessions', {
    provider: 'key',
    key: shop.key,
  })
  return session.restored?.shopId ?? ''
}

/** Signs an H5 phone in as a new user; the mini-program signs in by itself. */
export async function signIn(phone: Pick<InspectablePhone, 'kind' | 'request'>) {
  if (phone.kind === 'h5') await phone.request('POST', '/api/sessions', { provider: 'device' })
}

/** Opens a shop with one product. */
export async function openNutShop(phone: Caller, stock = 9) {
  const [shopId, productId] = [newId(), newId()]
  const skus = [{ id: newId(), price: 2500, stock }]
  const products = [{ id: productId, name: '核桃', unit: '斤', photos: [], onSale: true, skus }]
  const opening = { trade: 'nuts', template: 'plain', products }
  const opened = await phone.request<{ slug: string; key: string }>('PUT', `/api/shops/${shopId}`, opening)
  return { ...opened, shopId, productId }
}

/** Updates some settings of a shop. */
export async function changeSettings(phone: Caller, shopId: string, part: object) {
  const { shop } = await phone.request<OwnedShop>('GET', `/api/shops/${shopId}`)
  const { id: _, slug: _s, trade: _t, openedAt: _o, ...settings } = shop
  await phone.request('PUT', `/api/shops/${shopId}/settings`, { ...settings, ...part })
}

interface Wanted {
  slug: string
  goods: [at: number, quantity: number][]
  kind: 'local' | 'pickup'
  /** The payment method of the order; in person by default. */
  method?: 'wechat'
}

/** Places an order with an invented receiver and returns it. */
export async function placeOrder(phone: Caller, { slug, goods, kind, method }: Wanted): Promise<Order> {
  const { shop, products } = await storefrontOf(phone, slug)
  const lines = goods.map(([at, quantity]) => ({ sku: products[at]?.skus[0], quantity }))
  const sum = lines.reduce((all, { sku, quantity }) => all + (sku?.price ?? 0) * quantity, 0)
  const { fee, freeOver = Number.POSITIVE_INFINITY } = shop.freight
  const freight = kind === 'pickup' || sum >= freeOver ? 0 : fee
  return phone.request<Order>('PUT', `/api/shops/${shop.id}/orders/${newId()}`, {
    lines: lines.map(({ sku, quantity }) => ({ skuId: sku?.id, quantity })),
    fulfilment: { kind },
    receiver: {
      name: '收货人甲',
      phone: '19900000001',
      ...(kind === 'local' ? { address: '成县沙坝镇下街 18 号' } : {}),
    },
    payment: { method: method ?? (kind === 'local' ? 'on-delivery' : 'on-pickup') },
    seenTotal: sum + freight,
  })
}

/** Claims money for the first line of an order, or the same goods again when the amount is 0. */
export const claimOrder = (phone: Caller, { shopId, id }: Order, amount: number) =>
  phone.request<Order>('PUT', `/api/shops/${shopId}/orders/${id}/claims/${newId()}`, {
    wish: amount > 0 ? 'refund' : 'resend',
    ...{ reason: 'spoiled', text: '有两个坏了', amount, photos: [] },
    goods: [{ line: 0, quantity: 1 }],
  })

export const takeOrderStep = (phone: Caller, { shopId, id }: Order, action: string, details: object = {}) =>
  phone.request<Order>('POST', `/api/shops/${shopId}/orders/${id}/steps`, { id: newId(), action, ...details })
