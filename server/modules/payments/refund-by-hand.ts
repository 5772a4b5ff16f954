import { movements } from '@/domain/ledger'
import { isReturnOfVainPayment } from '@/domain/refund'
import type { Query } from '../../db/database'
import { writeEntries } from '../ledger/write-entries'
import type { OrderRow } from '../orders/order-row'

/** Records that the seller has returned in person what the payment service could not return. */
export async function refundByHand(
  tx: Query,
  { shop_id, id: orderId }: OrderRow,
  now: number,
): Promise<void> {
  const failed = await tx
    .selectFrom('refund')
    .selectAll()
    .where('shop_id', '=', shop_id)
    .where('order_id', '=', orderId)
    .where('state', '=', 'failed')
    .execute()
  for (const { id, amount, reason } of failed) {
    if (isReturnOfVainPayment(reason)) continue
    await tx
      .updateTable('refund')
      .set({ state: 'by-hand', settled_at: now })
      .where('shop_id', '=', shop_id)
      .where('id', '=', id)
      .execute()
    await writeEntries(tx, { shopId: shop_id, orderId, source: id, at: now }, [
      { cause: 'refunded', movements: movements.refunded('cash', amount) },
    ])
  }
}
