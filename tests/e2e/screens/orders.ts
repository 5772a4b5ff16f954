import { orderActionWords } from '@/locales/order/order'
import { ordersWords } from '@/locales/order/orders'
import type { InspectablePhone } from '../phone/phone'
import { becomeOwner, claimOrder, placeOrder, signIn, takeOrderStep } from './api'
import type { ScreenWalk } from './screen-walk'

type Wanted = Parameters<typeof placeOrder>[1]

/** Takes a buyer's orders in each state and their list. */
export async function takeOrders(walk: ScreenWalk) {
  const { slug } = walk.shop('下街土货店')
  const owner = await walk.phone()
  await becomeOwner(owner, walk.shop('下街土货店'))
  const buyer = await walk.phone()
  await signIn(buyer)
  const place = (goods: Wanted['goods'], kind: Wanted['kind']) => placeOrder(buyer, { slug, goods, kind })
  const cancelled = await place([[4, 1]], 'local')
  await takeOrderStep(buyer, cancelled, 'cancel')
  const done = await place([[1, 1]], 'local')
  for (const action of ['accept', 'send', 'finish']) await takeOrderStep(owner, done, action)
  const refund = await place([[2, 1]], 'pickup')
  for (const action of ['accept', 'send', 'finish']) await takeOrderStep(owner, refund, action)
  await claimOrder(buyer, refund, 100)
  const underway = await place([[3, 10]], 'pickup')
  for (const action of ['accept', 'send']) await takeOrderStep(owner, underway, action)
  const accepted = await place([[3, 10]], 'local')
  await takeOrderStep(owner, accepted, 'accept')
  const cancelRequested = await place([[3, 10]], 'local')
  await takeOrderStep(owner, cancelRequested, 'accept')
  await takeOrderStep(buyer, cancelRequested, 'ask-cancel')
  const placed = await place(
    [
      [0, 30],
      [6, 1],
    ],
    'local',
  )
  for (const [name, order] of Object.entries({
    placed,
    accepted,
    'cancel-asked': cancelRequested,
    underway,
    done,
    cancelled,
    refund,
  }))
    await takeOrder(walk, buyer, `order-${name}`, order)
  await walk.take(buyer, 'order-refund-more', { tap: ordersWords.further, see: ordersWords.mine })
  await buyer.open('/order', { shop: underway.shopId, order: underway.id })
  await walk.take(buyer, 'order-finish-ask', { tap: orderActionWords('finish', underway, 'buyer') })
  await buyer.open('/order', { shop: placed.shopId, order: '01J0000000000000000000NONE' })
  await walk.take(buyer, 'order-gone')
  await buyer.open('/orders')
  await walk.take(buyer, 'my-orders', { see: '下街土货店', whole: true })
  await owner.open('/merchant-order', { shop: cancelRequested.shopId, order: cancelRequested.id })
  await owner.tap(ordersWords.answer, orderActionWords('decline-cancel', cancelRequested, 'owner'))
  await walk.take(owner, 'order-decline-cancel-ask', { whole: true })
  await buyer.close()
  await owner.close()
}

async function takeOrder(
  walk: ScreenWalk,
  buyer: InspectablePhone,
  name: string,
  order: { shopId: string; id: string },
) {
  await buyer.open('/order', { shop: order.shopId, order: order.id })
  await buyer.see(ordersWords.progress.length > 0 ? '下单' : '')
  await walk.take(buyer, name, { whole: true })
}
