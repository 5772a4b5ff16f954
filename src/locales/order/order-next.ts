import type { Order } from '@/domain/order/order'
import { expiredAt } from '@/domain/order/order-expiry'
import type { RefundRefusal } from '@/domain/payment/refund'
import { translated } from '../translation'
import { orderExpiryWords } from './order-expiry'
import { ordersWords } from './orders'

/** The next step of an order, for its buyer. */
export const buyerNextWords = translated(
  'buyerNextWords',
  function buyerNextWords(order: Order & RefundRefusal, canCall = true): string {
    const at = expiredAt(order)
    return at === undefined
      ? ordersWords.next.buyer(order, canCall)
      : orderExpiryWords.buyerAfter(order.createdAt, at, { canCall, isPaid: order.payment.state !== 'void' })
  },
)
