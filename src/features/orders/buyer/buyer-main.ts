import { isOpen } from '@/domain/order/after-sale'
import type { OrderView } from '../page/order-view'
import { layoutSteps } from '../steps/step-layout'

/** The main action of an order's page for its buyer; `step` is the next one of the order. */
export function buyerMain({
  order,
  role,
  shop,
}: OrderView): 'pay' | 'call' | 'claim' | 'step' | 'again' | undefined {
  const { state, payment } = order
  const isUnreturned = order.unreturned !== undefined || order.claimRefundFailed === true
  if (payment.state === 'pending' && role === 'buyer') return 'pay'
  if (isUnreturned && shop.phone) return 'call'
  if (isOpen(order.afterSale) && role === 'buyer') return 'claim'
  if (layoutSteps(order, role).main) return 'step'
  if (state === 'done' || state === 'cancelled') return 'again'
  return shop.phone ? 'call' : undefined
}
