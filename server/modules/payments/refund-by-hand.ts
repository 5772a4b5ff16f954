import { movements } from '@/domain/ledger'
import { isReturnOfVainPayment, RETURN_BY_HAND } from '@/domain/refund'
import type { Query } from '../../db/database'
import { writeEntries } from '../ledger/write-entries'
import type { OrderRow, StoredEvent } from '../orders/order-row'
import { refundsOfOrder } from './store'

/** True while a payment service is still asked to return money of the order. */
export async function hasRequestedRefund(tx: Query, order: OrderRow): Promise<boolean> {
  return (await refundsOfOrder(tx, order)).some(({ state }) => state === 'requested')
}

/**
 * Records that the seller has returned in person what the payment service could not return: for a claim what it granted, else all of
 * it, payments that paid nothing included.
 */
export async function refundByHand(tx: Query, order: OrderRow, { action, at }: StoredEvent): Promise<void> {
  const failed = (await refundsOfOrder(tx, order)).filter(({ state }) => state === 'failed')
  for (const { shop_id, order_id, id, amount, reason } of failed) {
    if (action !== RETURN_BY_HAND && isReturnOfVainPayment(reason)) continue
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
