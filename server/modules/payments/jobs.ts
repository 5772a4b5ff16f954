import type { Query } from '../../db/database'
import { addJob } from '../../jobs/jobs'
import { type PaymentPath, paymentsOfOrder } from './store'

export const CLOSE_PAYMENT = 'close-payment'
export const SEND_REFUND = 'send-refund'

/** Lets a job close what is still open at the payment services of an order that needs no payment any more. */
export async function closeOpenPayments(
  tx: Query,
  { shopId, orderId, now }: { shopId: string; orderId: string; now: number },
): Promise<void> {
  for (const { id, state } of await paymentsOfOrder(tx, shopId, orderId))
    if (state === 'open')
      await addJob(tx, {
        id: `${CLOSE_PAYMENT}:${shopId}:${id}`,
        kind: CLOSE_PAYMENT,
        payload: { shopId, paymentId: id } satisfies PaymentPath,
        runAt: now,
      })
}

export const queueRefund = (
  tx: Query,
  { shopId, refundId }: { shopId: string; refundId: string },
  runAt: number,
): Promise<void> =>
  addJob(tx, { id: `${SEND_REFUND}:${refundId}`, kind: SEND_REFUND, payload: { shopId, refundId }, runAt })

/** Lets the job of a refund ask about it now, or adds it. */
export async function hurryRefund(tx: Query, refund: { shopId: string; refundId: string }, runAt: number) {
  await tx
    .updateTable('job')
    .set({ run_at: runAt, dead: 0, attempts: 0 })
    .where('id', '=', `${SEND_REFUND}:${refund.refundId}`)
    .where('lease_until', '=', 0)
    .execute()
  await queueRefund(tx, refund, runAt)
}
