import { movements } from '@/domain/payment/ledger'
import { isReturnOfUnusedPayment, type RefundReason } from '@/domain/payment/refund'
import type { Query } from '../../db/database'
import { writeEntries } from '../ledger/write-entries'
import { queueRefund } from './jobs'
import { type PaymentRow, refundsOf } from './store'

interface Granted {
  /** In fen, at least 1. */
  amount: number
  reason: RefundReason
  now: number
  /** The seller's note about it, and the id of the request. */
  requested?: { note: string; requestId: string } | undefined
}

/** The number of the next refund of a payment: that of the payment with a counter. */
export async function nextRefundNumber(tx: Query, payment: PaymentRow): Promise<string> {
  const counts = (await refundsOf(tx, payment)).map(({ id }) => Number(/-(\d+)$/.exec(id)?.[1] ?? 0))
  return `${payment.number}-${Math.max(0, ...counts) + 1}`
}

/**
 * Grants a refund of a payment and lets a job send it, in the transaction of what causes it. Its number is that of the payment with a
 * counter, so that a repetition is the same refund.
 * @throws Error when all refunds together would exceed what was paid.
 */
export async function grantRefund(
  tx: Query,
  payment: PaymentRow,
  { amount, reason, now, requested }: Granted,
) {
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
  const id = await nextRefundNumber(tx, payment)
  await tx
    .insertInto('refund')
    .values({
      ...{ shop_id: shopId, id, order_id: orderId, payment_id: paymentId, amount, reason },
      ...{ state: 'requested', last_error: null, created_at: now, settled_at: null },
      ...{
        note: requested?.note ?? null,
        request_id: requested?.requestId ?? null,
        fee: null,
        service_id: null,
      },
    })
    .execute()
  if (!isReturnOfUnusedPayment(reason))
    await writeEntries(tx, { shopId, orderId, source: id, at: now }, [
      { cause: 'refund-granted', movements: movements['refund-granted'](amount) },
    ])
  await queueRefund(tx, { shopId, refundId: id }, now)
}
