import { movements } from '@/domain/ledger'
import { isReturnOfUnusedPayment, type RefundReason } from '@/domain/refund'
import type { Query } from '../../db/database'
import { addJob } from '../../jobs/jobs'
import { writeEntries } from '../ledger/write-entries'
import { SEND_REFUND } from './jobs'
import { type PaymentRow, refundsOf } from './store'

interface Granted {
  /** In fen, at least 1. */
  amount: number
  reason: RefundReason
  now: number
  /** The seller's note about it, and the id of the request. */
  asked?: { note: string; requestId: string } | undefined
}

/**
 * Grants a refund of a payment and lets a job send it, in the transaction of what causes it. Its number is that of the payment with a
 * counter, so that a repetition is the same refund.
 * @throws Error when all refunds together would exceed what was paid.
 */
export async function grantRefund(
  tx: Query,
  payment: PaymentRow,
  { amount, reason, now, asked }: Granted,
): Promise<void> {
  const { shop_id: shopId, id: paymentId, order_id: orderId } = payment
  const { numUpdatedRows } = await tx
    .updateTable('payment')
    .set((eb) => ({ refunded: eb('refunded', '+', amount) }))
    .where('shop_id', '=', shopId)
    .where('id', '=', paymentId)
    .where('state', '=', 'paid')
    .where((eb) => eb(eb('refunded', '+', amount), '<=', eb.ref('amount')))
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Error('a refund exceeds what was paid')
  const id = `${payment.number}-${(await refundsOf(tx, payment)).length + 1}`
  await tx
    .insertInto('refund')
    .values({
      ...{ shop_id: shopId, id, order_id: orderId, payment_id: paymentId, amount, reason },
      ...{ state: 'requested', last_error: null, created_at: now, settled_at: null },
      ...{ note: asked?.note ?? null, request_id: asked?.requestId ?? null, fee: null },
    })
    .execute()
  if (!isReturnOfUnusedPayment(reason))
    await writeEntries(tx, { shopId, orderId, source: id, at: now }, [
      { cause: 'refund-granted', movements: movements['refund-granted'](amount) },
    ])
  await addJob(tx, {
    id: `${SEND_REFUND}:${id}`,
    kind: SEND_REFUND,
    payload: { shopId, refundId: id },
    runAt: now,
  })
}
