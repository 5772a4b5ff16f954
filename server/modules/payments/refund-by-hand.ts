import { movements } from '@/domain/payment/ledger'
import { isReturnOfUnusedPayment, RETURN_BY_HAND } from '@/domain/payment/refund'
import type { Query } from '../../db/database'
import { writeEntries } from '../ledger/write-entries'
import type { OrderRow, StoredEvent } from '../orders/order-row'
import { type RefundRow, refundsOfOrder } from './store'

const isOfClaim = ({ reason }: RefundRow): boolean => reason === 'after-sale'

/** True while money of the order is still to be returned when all that failed, claims aside, was returned in person. */
export async function hasOtherOpenRefund(tx: Query, order: OrderRow): Promise<boolean> {
  return (await refundsOfOrder(tx, order)).some(
    (refund) =>
      (refund.state === 'requested' && !isReturnOfUnusedPayment(refund.reason)) ||
      (refund.state === 'failed' && isOfClaim(refund)),
  )
}

/**
 * Records that the seller has returned in person what the payment service could not return: by `settle` the money of a claim, else all other
 * money, that of payments which paid nothing included.
 */
export async function refundByHand(tx: Query, order: OrderRow, { action, at }: StoredEvent): Promise<void> {
  const failed = (await refundsOfOrder(tx, order)).filter(
    (refund) => refund.state === 'failed' && isOfClaim(refund) === (action !== RETURN_BY_HAND),
  )
  for (const { shop_id, order_id, id, amount } of failed) {
    await tx
      .updateTable('refund')
      .set({ state: 'by-hand', settled_at: at })
      .where('shop_id', '=', shop_id)
      .where('id', '=', id)
      .execute()
    await writeEntries(tx, { shopId: shop_id, orderId: order_id, source: id, at }, [
      { cause: 'refunded', movements: movements.refunded('cash', amount) },
    ])
  }
}
