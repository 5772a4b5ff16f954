import type { Order } from '@/domain/order'
import { expiredAt } from '@/domain/order-expiry'
import { orderExpiryWords } from './order-expiry'
import { ordersWords } from './orders'

/** What happens next with an order, as its buyer reads it. */
export function buyerNextWords(order: Order, canCall = true): string {
  const at = expiredAt(order)
  return at === undefined
    ? ordersWords.next.buyer(order, canCall)
    : orderExpiryWords.buyerAfter(order.createdAt, at, canCall)
}

/** What to do next with an order, as its seller reads it. */
export function ownerNextWords(order: Order): string {
  const at = expiredAt(order)
  return at === undefined ? ordersWords.next.owner(order) : orderExpiryWords.ownerAfter(order.createdAt, at)
}
