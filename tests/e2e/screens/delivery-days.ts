import { DEFAULT_SLOT_RULE } from '@/domain/order/delivery-slot'
import { cartWords } from '@/locales/order/cart'
import { changeOrderWords } from '@/locales/order/change-order'
import { changeRequestWords } from '@/locales/order/change-requests'
import { checkoutWords } from '@/locales/order/checkout'
import { deliverySlotsWords } from '@/locales/order/delivery-slots'
import { paymentWords } from '@/locales/order/fulfilment'
import { ordersWords } from '@/locales/order/orders'
import { dueBuyersWords, moneyWords } from '@/locales/payment/money'
import { myDataWords } from '@/locales/person/my-data'
import { goodsWords } from '@/locales/product/goods'
import { newId } from '../../support/api-client'
import { becomeOwner, changeSettings, type Order, takeOrderStep } from './api'
import type { ScreenWalk } from './screen-walk'

/** Takes the days for which buyers order: the setting, the checkout, and an order that its buyer changes and asks to change. */
export async function takeDeliveryDays(walk: ScreenWalk) {
  const shop = walk.shop('家乡山货铺')
  const owner = await walk.phone()
  const shopId = await becomeOwner(owner, shop)
  await changeSettings(owner, shopId, {
    ...{ wechatId: 'shanhuo_88', deliveryArea: '沙坝镇和下街' },
    deliverySlots: { local: { ...DEFAULT_SLOT_RULE, halfDays: true, places: 20 } },
  })
  await owner.open('/settings', { shop: shopId, part: 'days' })
  await owner.see(deliverySlotsWords.title.local)
  await walk.take(owner, 'delivery-days-setting', { whole: true })

  const buyer = await walk.phone()
  await buyer.open(`/s/${shop.slug}`)
  await buyer.tap(goodsWords.add('成县薄皮核桃'))
  await buyer.tap(cartWords.order)
  await buyer.see(checkoutWords.title)
  await buyer.type(checkoutWords.receiver.paste, '收货人甲 19900000001 甘肃省陇南市成县沙坝镇下街18号')
  await buyer.see(checkoutWords.receiver.pasted)
  await walk.take(buyer, 'delivery-days-checkout', { whole: true })
  await buyer.tap(paymentWords('on-delivery', 'local'))
  await buyer.tap(checkoutWords.submit)
  await buyer.see(ordersWords.number(12))
  await walk.take(buyer, 'delivery-days-order', { whole: true })
  await buyer.tap(ordersWords.further, changeOrderWords.openDirect({ hasAddress: true, hasSlots: true }))
  await walk.take(buyer, 'delivery-days-change')

  const { items } = await owner.request<{ items: Order[] }>('GET', `/api/shops/${shopId}/orders`)
  const [order] = items
  if (!order) throw new Error('the shop has no order')
  await takeOrderStep(owner, order, 'accept')
  await buyer.request('PUT', `/api/shops/${shopId}/orders/${order.id}/change-requests/${newId()}`, {
    receiver: { ...order.receiver, address: '成县沙坝镇上街 3 号' },
    slot: order.slot,
  })
  await owner.open('/merchant-order', { shop: shopId, order: order.id })
  await owner.see(changeRequestWords.title)
  await walk.take(owner, 'delivery-days-request', { whole: true })
  await owner.open('/money', { shop: shopId })
  await owner.see(moneyWords.days)
  await owner.tap(dueBuyersWords.open)
  await walk.take(owner, 'delivery-days-due', { whole: true })
  await buyer.open('/privacy')
  await buyer.see(myDataWords.copy.title)
  await walk.take(buyer, 'delivery-days-privacy', { whole: true })
  await buyer.tap(myDataWords.remove.ask)
  await walk.take(buyer, 'delivery-days-delete')
  await buyer.close()
  await owner.close()
}
