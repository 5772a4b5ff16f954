import type { Order } from '@/domain/order/order'
import { order } from '../sample-orders'

/** An order that was paid online and sent by courier. */
export const sent = (more: Partial<Order> = {}): Order =>
  order({
    ...{ state: 'underway', fulfilment: 'courier', payment: { method: 'wechat', state: 'paid' } },
    ...more,
  })
