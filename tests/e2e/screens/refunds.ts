import { orderActionWords } from '@/locales/order/order'
import { ordersWords } from '@/locales/order/orders'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { moneyWords } from '@/locales/payment/money'
import { refundCardWords } from '@/locales/payment/refund-card'
import { refundPartWords } from '@/locales/payment/refund-part'
import { refundsWords } from '@/locales/payment/refunds'
import { merchantDashboardWords } from '@/locales/shop/merchant-dashboard'
import { newId } from '../../support/api-client'
import type { InspectablePhone } from '../phone/phone'
import { becomeOwner, type Order, placeOrder, signIn, takeOrderStep } from './api'
import { payByPhone } from './paid-order'
import type { ScreenWalk } from './screen-walk'

/** Takes orders whose refund the payment service could not make, for both sides. */
export async function takeRefunds(walk: ScreenWalk) {
  const shop = walk.shop('家乡山货铺')
  const owner = await walk.phone()
  const shopId = await becomeOwner(owner, shop)
  const buyer = await walk.phone()
  await signIn(buyer)
  const pay = async () => {
    const order = await placeOrder(buyer, {
      ...{ slug: shop.slug, goods: [[0, 1]], kind: 'pickup', method: 'wechat' },
    })
    return payByPhone(buyer, walk.origin, order)
  }
  const [going, cancelled] = [await pay(), await pay()]
  await takeOrderStep(owner, going, 'accept')
  await owner.open('/merchant-order', { shop: shopId, order: going.id })
  await owner.tap(ordersWords.further, refundPartWords.open, refundPartWords.confirm(null))
  await walk.take(owner, 'refunds-part-faults')
  await letRefundsEnd(walk.origin, 'ABNORMAL')
  try {
    await owner.request('PUT', `/api/shops/${shopId}/orders/${going.id}/refunds/${newId()}`, {
      ...{ amount: 500, note: '少装了一个' },
    })
    await takeOrderStep(owner, cancelled, 'cancel')
    for (const order of [going, cancelled]) await waitForFailure(owner, order)
  } finally {
    await letRefundsEnd(walk.origin, 'SUCCESS')
  }
  await takeFailures(walk, { owner, buyer, going, cancelled })
  await owner.close()
  await buyer.close()
}

interface Failures {
  owner: InspectablePhone
  buyer: InspectablePhone
  /** The order of which a part could not be returned. */
  going: Order
  cancelled: Order
}

async function takeFailures(walk: ScreenWalk, { owner, buyer, going, cancelled }: Failures) {
  const shop = going.shopId
  await owner.open('/merchant', { shop })
  await walk.take(owner, 'refunds-today', { see: merchantDashboardWords.tabs.today, whole: true })
  await owner.open('/money', { shop })
  await walk.take(owner, 'refunds-money', { see: moneyWords.owed, whole: true })
  await owner.open('/merchant-order', { shop, order: going.id })
  await walk.take(owner, 'refunds-seller-part', { see: ordersWords.copy, whole: true })
  await buyer.open('/order', { shop, order: going.id })
  await walk.take(buyer, 'refunds-buyer-part', { see: refundsWords.title, whole: true })
  await buyer.open('/order', { shop, order: cancelled.id })
  await walk.take(buyer, 'refunds-buyer', { see: refundsWords.title, whole: true })
  await owner.open('/merchant-order', { shop, order: cancelled.id })
  await walk.take(owner, 'refunds-seller', { see: ordersWords.copy, whole: true })
  await owner.tap(ordersWords.further, refundCardWords.open, refundCardWords.confirm)
  await walk.take(owner, 'refunds-card-faults', { whole: true })
  await owner.tap(refundCardWords.cancel, orderActionWords('return-by-hand', cancelled, 'owner'))
  await walk.take(owner, 'refunds-by-hand-sheet')
  await owner.tap(sellerOrdersWords.question('return-by-hand', cancelled).yes)
  await owner.see(refundsWords.line({ amount: cancelled.total, state: 'by-hand' }))
  await walk.take(owner, 'refunds-by-hand', { whole: true })
}

/** Tells the simulated WeChat Pay how refunds end from now on. */
async function letRefundsEnd(origin: string, refundsEnd: 'SUCCESS' | 'ABNORMAL') {
  const reply = await fetch(`${origin}/simulator/refunds`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ refundsEnd }),
  })
  if (!reply.ok) throw new Error(`the simulator answers ${reply.status}`)
}

/** Waits until a refund of an order has failed. */
async function waitForFailure(owner: InspectablePhone, { shopId, id }: Order) {
  const isFailed = async () =>
    (await owner.request<{ order: Order }>('GET', `/api/shops/${shopId}/orders/${id}`)).order.unreturned
  while ((await isFailed()) === undefined) await new Promise((resolve) => setTimeout(resolve, 200))
}
