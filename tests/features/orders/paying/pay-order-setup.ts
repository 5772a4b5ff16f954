import type { Order } from '@/domain/order/order'
import { order } from '../sample-orders'

const MINUTE = 60_000

/** The button that pays the order. */
export const PAY = '去付钱，微信支付'

/** An order that waits for its payment through WeChat. */
export const waiting = (more: Partial<Order> = {}) =>
  order({
    payment: { method: 'wechat', state: 'pending' },
    payUntil: Date.now() + 10 * MINUTE,
    ...more,
  })

export const paid = () => waiting({ payment: { method: 'wechat', state: 'paid' } })
