import { isPaidInPerson } from '@/domain/payment/payment'
import { RETURN_BY_HAND } from '@/domain/payment/refund'
import type { Query } from '../../db/database'
import type { OrderChange } from '../orders/order-change'
import { grantRefund } from './grant-refund'
import { closeOpenPayments } from './jobs'
import { refundByHand } from './refund-by-hand'
import { isPayingPayment, paymentsOfOrder } from './store'

/**
 * Closes the open payments of an order that is given up, refunds the one that has paid it, as a whole or in part, and records what the seller
 * returned in person.
 */
export async function movePayments(tx: Query, change: OrderChange): Promise<void> {
  const { before, after, event } = change
  if (before.payment_state === 'pending' && after.payment_state === 'void')
    await closeOpenPayments(tx, { shopId: before.shop_id, orderId: before.id, now: event.at })
  if (isPaidInPerson(before.payment_method)) return
  if (before.payment_state === 'paid') await refund(tx, change)
  if (event.action === 'settle' || event.action === RETURN_BY_HAND) await refundByHand(tx, before, event)
}

async function refund(tx: Query, { before, after, event, amount, requested }: OrderChange): Promise<void> {
  const returnsAll = after.payment_state === 'refunding'
  const agrees = after.after_sale === 'agreed' && before.after_sale !== 'agreed'
  if (!returnsAll && !agrees) return
  const paid = (await paymentsOfOrder(tx, before.shop_id, before.id)).find(isPayingPayment)
  if (!paid) throw new Error('a paid order has no payment')
  const reason = requested ? 'by-seller' : after.state === 'cancelled' ? 'cancelled' : 'after-sale'
  const left = paid.amount - paid.refunded
  await grantRefund(tx, paid, {
    amount: returnsAll ? left : (amount ?? left),
    reason,
    now: event.at,
    requested,
  })
}
