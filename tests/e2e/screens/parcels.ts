import { orderActionWords } from '@/locales/order/order'
import { parcelWords } from '@/locales/order/parcel'
import { parcelFormWords } from '@/locales/order/parcel-form'
import { moneyWords } from '@/locales/payment/money'
import { closingWords } from '@/locales/shop/closing'
import { merchantDashboardWords } from '@/locales/shop/merchant-dashboard'
import { becomeOwner, changeSettings, takeOrderStep } from './api'
import { payInApp } from './paid-order'
import type { ScreenWalk } from './screen-walk'

/** Takes an order that goes by courier and was paid in the mini-program, whose money WeChat holds until its parcel is named. */
export async function takeParcels(walk: ScreenWalk) {
  const shop = walk.shop('家乡山货铺')
  const owner = await walk.phone()
  const shopId = await becomeOwner(owner, shop)
  await changeSettings(owner, shopId, { fulfilments: ['pickup', 'courier'] })
  const order = await payInApp(walk.origin, { slug: shop.slug, kind: 'courier' })
  const path = { shop: shopId, order: order.id }
  await takeOrderStep(owner, order, 'accept')
  await owner.open('/merchant-order', path)
  await walk.take(owner, 'parcels-accepted', { see: orderActionWords('send', order, 'owner'), whole: true })
  await takeOrderStep(owner, order, 'send')
  await owner.open('/merchant', { shop: shopId })
  await walk.take(owner, 'parcels-today', { see: merchantDashboardWords.tabs.today, whole: true })
  await owner.open('/money', { shop: shopId })
  await walk.take(owner, 'parcels-money', { see: moneyWords.days, whole: true })
  const finished = await payInApp(walk.origin, { slug: shop.slug, kind: 'courier' })
  for (const action of ['accept', 'send', 'finish']) await takeOrderStep(owner, finished, action)
  await owner.open('/closing', { shop: shopId })
  await walk.take(owner, 'parcels-closing', { see: closingWords.what, whole: true })
  await owner.open('/merchant-order', path)
  await walk.take(owner, 'parcels-order', { see: parcelFormWords.open, whole: true })
  await owner.tap(parcelFormWords.open, parcelFormWords.confirm)
  await walk.take(owner, 'parcels-form-faults')
  await owner.tap(parcelWords.carriers.ZTO)
  await owner.type(parcelFormWords.waybill, '78123456789012')
  await owner.tap(parcelFormWords.confirm)
  await walk.take(owner, 'parcels-named', { see: parcelWords.copy, whole: true })
  await owner.close()
}
