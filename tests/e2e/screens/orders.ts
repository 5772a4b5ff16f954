import { ordersWords } from '@/locales/zh-CN/orders'
import type { OpenPhone } from '../phone/phone'
import { becomeOwner, placeOrder, signIn, takeStep } from './api'
import type { Stage } from './stage'

type Wanted = Parameters<typeof placeOrder>[1]

/** A buyer's orders in each state, and the list of them. */
export async function takeOrders(stage: Stage) {
  const { slug } = stage.shop('下街土货店')
  const owner = await stage.phone()
  await becomeOwner(owner, stage.shop('下街土货店'))
  const buyer = await stage.phone()
  await signIn(buyer)
  const place = (goods: Wanted['goods'], kind: Wanted['kind']) => placeOrder(buyer, { slug, goods, kind })
  const cancelled = await place([[4, 1]], 'local')
  await takeStep(buyer, cancelled, 'cancel')
  const done = await place([[1, 1]], 'local')
  for (const action of ['accept', 'send', 'finish']) await takeStep(owner, done, action)
  const refund = await place([[2, 1]], 'pickup')
  for (const action of ['accept', 'send', 'finish']) await takeStep(owner, refund, action)
  await takeStep(buyer, refund, 'ask-refund')
  const underway = await place([[3, 10]], 'pickup')
  for (const action of ['accept', 'send']) await takeStep(owner, underway, action)
  const accepted = await place([[3, 10]], 'local')
  await takeStep(owner, accepted, 'accept')
  const asked = await place([[3, 10]], 'local')
  await takeStep(owner, asked, 'accept')
  await takeStep(buyer, asked, 'ask-cancel')
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
    'cancel-asked': asked,
    underway,
    done,
    cancelled,
    refund,
  }))
    await takeOrder(stage, buyer, `order-${name}`, order)
  await buyer.open('/order', { shop: placed.shopId, order: '01J0000000000000000000NONE' })
  await stage.take(buyer, 'order-gone')
  await buyer.open('/orders')
  await buyer.see('下街土货店')
  await stage.take(buyer, 'my-orders', { whole: true })
  await buyer.close()
  await owner.close()
}

async function takeOrder(
  stage: Stage,
  buyer: OpenPhone,
  name: string,
  order: { shopId: string; id: string },
) {
  await buyer.open('/order', { shop: order.shopId, order: order.id })
  await buyer.see(ordersWords.progress.length > 0 ? '下单' : '')
  await stage.take(buyer, name, { whole: true })
}
