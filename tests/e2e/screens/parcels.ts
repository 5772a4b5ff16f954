import { merchantDashboardWords } from '@/locales/merchant-dashboard'
import { moneyWords } from '@/locales/money'
import { parcelWords } from '@/locales/parcel'
import { parcelFormWords } from '@/locales/parcel-form'
import { ApiClient, newId } from '../../support/api-client'
import { becomeOwner, changeSettings, type Order, type Storefront, takeOrderStep } from './api'
import type { ScreenWalk } from './screen-walk'

/** Takes an order that goes by courier and was paid in the mini-program, whose money WeChat holds until its parcel is named. */
export async function takeParcels(walk: ScreenWalk) {
  const shop = walk.shop('家乡山货铺')
  const owner = await walk.phone()
  const shopId = await becomeOwner(owner, shop)
  await changeSettings(owner, shopId, { fulfilments: ['pickup', 'courier'] })
  const order = await payInApp(walk.origin, shop.slug)
  const path = { shop: shopId, order: order.id }
  for (const action of ['accept', 'send']) await takeOrderStep(owner, order, action)
  await owner.open('/merchant', { shop: shopId })
  await owner.see(merchantDashboardWords.tabs.today)
  await walk.take(owner, 'parcels-today', { whole: true })
  await owner.open('/money', { shop: shopId })
  await owner.see(moneyWords.days)
  await walk.take(owner, 'parcels-money', { whole: true })
  await owner.open('/merchant-order', path)
  await owner.see(parcelFormWords.open)
  await walk.take(owner, 'parcels-order', { whole: true })
  await owner.tap(parcelFormWords.open)
  await owner.tap(parcelFormWords.confirm)
  await walk.take(owner, 'parcels-form-faults')
  await owner.tap(parcelWords.carriers.ZTO)
  await owner.type(parcelFormWords.waybill, '78123456789012')
  await owner.tap(parcelFormWords.confirm)
  await owner.see(parcelFormWords.correct)
  await walk.take(owner, 'parcels-named', { whole: true })
  await owner.close()
}

/** Pays an order by courier in the mini-program. */
async function payInApp(origin: string, slug: string): Promise<Order> {
  const buyer = await ApiClient.signIn(origin, {
    provider: 'wechat',
    code: `sim.payer..${Date.now()}.screens`,
  })
  const { shop, products } = (await buyer.send<Storefront>('GET', `/api/storefronts/${slug}`)).body
  const sku = products[0]?.skus[0]
  const rule = shop.freight.courier ?? shop.freight
  const { body: order } = await buyer.send<Order>('PUT', `/api/shops/${shop.id}/orders/${newId()}`, {
    lines: [{ skuId: sku?.id, quantity: 1 }],
    fulfilment: { kind: 'courier' },
    receiver: { name: '收货人甲', phone: '19900000001', address: '成县沙坝镇下街 18 号' },
    payment: { method: 'wechat' },
    seenTotal: (sku?.price ?? 0) + rule.fee,
  })
  const { body: payment } = await buyer.send<{ till: { params: object } }>(
    'PUT',
    `/api/shops/${shop.id}/orders/${order.id}/payments/${newId()}`,
    { place: 'shared-app' },
  )
  await buyer.send('POST', '/simulator/cashier', { params: payment.till.params, outcome: 'pay' })
  for (;;) {
    const { body } = await buyer.send<{ order: Order }>('GET', `/api/shops/${shop.id}/orders/${order.id}`)
    if (body.order.payment.state === 'paid') return body.order
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
