import { ApiClient, newId } from '../../support/api-client'
import { payAtTill, type Till } from '../journey/till'
import type { InspectablePhone } from '../phone/phone'
import type { Order, Storefront } from './api'

interface PaidOrder {
  slug: string
  kind: 'courier' | 'pickup'
}

/** Places an order of one product and pays it in the mini-program. */
export async function payInApp(origin: string, { slug, kind }: PaidOrder): Promise<Order> {
  const buyer = await ApiClient.signIn(origin, {
    provider: 'wechat',
    code: `sim.payer..${Date.now()}.screens`,
  })
  const { shop, products } = (await buyer.send<Storefront>('GET', `/api/storefronts/${slug}`)).body
  const sku = products[0]?.skus[0]
  const rule = shop.freight.courier ?? shop.freight
  const isSent = kind === 'courier'
  const { body: order } = await buyer.send<Order>('PUT', `/api/shops/${shop.id}/orders/${newId()}`, {
    lines: [{ skuId: sku?.id, quantity: 1 }],
    fulfilment: { kind },
    receiver: {
      ...{ name: '收货人甲', phone: '19900000001' },
      ...(isSent ? { address: '成县沙坝镇下街 18 号' } : {}),
    },
    payment: { method: 'wechat' },
    seenTotal: (sku?.price ?? 0) + (isSent ? rule.fee : 0),
  })
  const { body: payment } = await buyer.send<{ till: Till }>(
    'PUT',
    `/api/shops/${shop.id}/orders/${order.id}/payments/${newId()}`,
    { place: 'shared-app' },
  )
  await payAtTill(origin, payment.till)
  return waitUntilPaid(async () => {
    const { body } = await buyer.send<{ order: Order }>('GET', `/api/shops/${shop.id}/orders/${order.id}`)
    return body.order
  })
}

/** Pays an order of a phone's person, where the phone is. */
export async function payByPhone(phone: InspectablePhone, origin: string, order: Order): Promise<Order> {
  const path = `/api/shops/${order.shopId}/orders/${order.id}`
  const start =
    phone.kind === 'h5' ? { place: 'browser', returnUrl: `${origin}/order` } : { place: 'shared-app' }
  const { till } = await phone.request<{ till: Till }>('PUT', `${path}/payments/${newId()}`, start)
  await payAtTill(origin, till)
  return waitUntilPaid(async () => (await phone.request<{ order: Order }>('GET', path)).order)
}

async function waitUntilPaid(read: () => Promise<Order>): Promise<Order> {
  for (;;) {
    const order = await read()
    if (order.payment.state === 'paid') return order
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
