import { claimWords } from '@/locales/order/claims'
import { collectWords } from '@/locales/order/collect'
import { ordersWords } from '@/locales/order/orders'
import { moneyWords } from '@/locales/payment/money'
import { payForOtherWords, payLinkWords } from '@/locales/payment/pay-link'
import { payingWords } from '@/locales/payment/paying'
import type { InspectablePhone } from '../phone/phone'
import { becomeOwner, claimOrder, placeOrder, signIn, takeOrderStep } from './api'
import type { ScreenWalk } from './screen-walk'

/** Takes what was collected in person, and the claims of an order, for both sides. */
export async function takeClaims(walk: ScreenWalk) {
  const shop = walk.shop('下街土货店')
  const owner = await walk.phone()
  await becomeOwner(owner, shop)
  const buyer = await walk.phone()
  await signIn(buyer)
  const order = await placeOrder(buyer, {
    slug: shop.slug,
    goods: [
      [1, 2],
      [3, 1],
    ],
    kind: 'pickup',
  })
  const path = { shop: order.shopId, order: order.id }
  for (const action of ['accept', 'send']) await takeOrderStep(owner, order, action)
  await owner.open('/merchant-order', path)
  await owner.tap(ordersWords.further, collectWords.other)
  await owner.type(collectWords.amount, '10')
  await walk.take(owner, 'claims-collect', { tap: collectWords.confirm(1000) })
  await takeOrderStep(owner, order, 'finish')
  await buyer.open('/order', path)
  await walk.take(buyer, 'claims-order', { tap: ordersWords.further, see: claimWords.page })
  await buyer.open('/claim', path)
  await walk.take(buyer, 'claims-form-faults', { tap: claimWords.form.send, whole: true })
  await claimOrder(buyer, order, 300)
  await owner.open('/merchant-order', path)
  await walk.take(owner, 'claims-seller-order', { see: claimWords.theirs, whole: true })
  await walk.take(owner, 'claims-answer', { tap: ordersWords.answer, see: ordersWords.answerLater })
  await owner.open('/claim', path)
  await walk.take(owner, 'claims-seller', { whole: true })
  await walk.take(owner, 'claims-offer', { tap: claimWords.action('offer', undefined) })
  await takeOrderStep(owner, order, 'offer', { amount: 100, note: '只坏了一个' })
  await buyer.open('/claim', path)
  await walk.take(buyer, 'claims-offered', { whole: true })
  await takeOrderStep(buyer, order, 'accept-offer')
  await takeOrderStep(owner, order, 'settle')
  await buyer.open('/claim', path)
  await walk.take(buyer, 'claims-settled', { whole: true })
  await owner.open('/money', { shop: order.shopId })
  await walk.take(owner, 'claims-money', { see: moneyWords.days, whole: true })
  await takePayLink(walk, buyer)
  await owner.close()
  await buyer.close()
}

/** Takes an order that somebody else is asked to pay. */
async function takePayLink(walk: ScreenWalk, buyer: InspectablePhone) {
  const { slug } = walk.shop('家乡山货铺')
  const order = await placeOrder(buyer, { slug, goods: [[0, 1]], kind: 'pickup', method: 'wechat' })
  const path = { shop: order.shopId, order: order.id }
  await buyer.open('/order', path)
  await walk.take(buyer, 'claims-order-unpaid', { tap: ordersWords.further, see: payingWords.byOther })
  await buyer.open('/ask-payment', path)
  await walk.take(buyer, 'claims-ask-payment', { see: payLinkWords.text })
  const { payLinkKey } = await buyer.request<{ payLinkKey: string }>(
    'GET',
    `/api/shops/${order.shopId}/orders/${order.id}`,
  )
  await buyer.open('/pay', { ...path, key: payLinkKey })
  await walk.take(buyer, 'claims-pay-link', { see: payForOtherWords.unsure, whole: true })
}
