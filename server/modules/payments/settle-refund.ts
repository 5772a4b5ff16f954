import type { Selectable, Updateable } from 'kysely'
import { movements } from '@/domain/payment/ledger'
import {
  CLAIM_REFUND_FAILED,
  CLAIM_REFUND_RESUMED,
  isReturnOfUnusedPayment,
  MAX_REFUND_TRIES,
  REFUND_FAILED,
  REFUND_RESUMED,
  RETURNED_TWICE,
  SETTLE_REFUND,
} from '@/domain/payment/refund'
import type { Query } from '../../db/database'
import type { RefundTable } from '../../db/money-tables'
import type { AppDependencies } from '../../dependencies'
import type { GatewayRefund } from '../../gateways/payment-gateway'
import { writeEntries } from '../ledger/write-entries'
import { queueNotice } from '../notices/queue-notice'
import { moveOrder } from '../orders/move-order'
import type { OrderRow } from '../orders/order-row'
import { findOrder } from '../orders/store'
import { withPaymentLock } from './confirm-payment'
import { nextRefundNumber } from './grant-refund'
import { queueRefund } from './jobs'
import { findNumber, findPayment, findRefund, type PaymentRow, type RefundRow, refundsOf } from './store'

interface Settling {
  refund: RefundRow
  payment: PaymentRow
  settled: GatewayRefund
  now: number
}

/**
 * Records how a payment service has settled a refund, once. A refund that failed may be made later, also after the seller has returned the
 * money in person; one that is closed is requested again under a new number.
 * @returns false for a refund that is unknown or of another amount, of which nothing is recorded.
 */
export async function settleRefund(
  { db, clock }: Pick<AppDependencies, 'db' | 'clock'>,
  settled: GatewayRefund,
): Promise<boolean> {
  const path = await findNumber(db.query, settled.number.replace(/-\d+$/, ''))
  if (!path || settled.state === 'processing') return path !== undefined
  return withPaymentLock(db, path.shopId, async (tx) => {
    const refund = await findRefund(tx, path.shopId, settled.number)
    const payment = await findPayment(tx, path)
    // one that was closed has another number by now
    if (!refund && payment) return settled.state === 'closed'
    if (!refund || !payment || (settled.amount !== undefined && settled.amount !== refund.amount))
      return false
    await record(tx, { refund, payment, settled, now: clock() })
    return true
  })
}

async function record(tx: Query, settling: Settling): Promise<void> {
  const { refund, settled } = settling
  if (settled.serviceId !== undefined && refund.service_id === null)
    await update(tx, refund, { service_id: settled.serviceId })
  if (settled.state === 'sent-back') return recordSentBack(tx, settling)
  if (settled.state === 'done') return recordDone(tx, settling)
  // the seller's account did not take it either
  if (refund.to_seller === 1) await update(tx, refund, { to_seller: 0 })
  if (refund.state !== 'requested') return
  if (settled.state === 'closed' && refund.tries < MAX_REFUND_TRIES) return requestAgain(tx, settling)
  await recordFailure(tx, settling)
}

/** The service has paid the buyer. */
async function recordDone(tx: Query, settling: Settling): Promise<void> {
  const { refund, payment, settled, now } = settling
  const { shop_id: shopId, order_id: orderId, id, amount, state } = refund
  const source = { shopId, orderId, source: id, at: now }
  if (state === 'done' || refund.returned_twice === 1) return
  if (state === 'by-hand') {
    await update(tx, refund, { returned_twice: 1 })
    await writeEntries(tx, source, [
      { cause: 'returned-twice', movements: movements['returned-twice'](payment.method, amount) },
    ])
    return enter(tx, settling, RETURNED_TWICE)
  }
  await update(tx, refund, { state: 'done', settled_at: settled.settledAt ?? now, last_error: null })
  if (state === 'failed') await enter(tx, settling, resumedAction(refund))
  await writeEntries(tx, source, [
    { cause: 'refunded', movements: movements.refunded(payment.method, amount) },
  ])
  await finishOrder(tx, settling)
}

/** The service has paid the seller, who returns the money in person. */
async function recordSentBack(tx: Query, settling: Settling): Promise<void> {
  const { refund, payment, now } = settling
  const { shop_id: shopId, order_id: orderId, id, amount } = refund
  if (refund.sent_back === 1 || refund.state === 'done') return
  await update(tx, refund, { sent_back: 1 })
  await writeEntries(tx, { shopId, orderId, source: id, at: now }, [
    { cause: 'sent-back', movements: movements['sent-back'](payment.method, amount) },
  ])
  if (refund.state === 'requested') await recordFailure(tx, settling)
}

/** The service has closed a refund without making it, which may then be requested under another number. */
async function requestAgain(tx: Query, { refund, payment, now }: Settling): Promise<void> {
  const id = await nextRefundNumber(tx, payment)
  await update(tx, refund, { id, service_id: null, to_account: 0, tries: refund.tries + 1 })
  await queueRefund(tx, { shopId: refund.shop_id, refundId: id }, now)
}

/** Records in the order's history, which both sides read, that the service could not return the money, and notifies the owners. */
async function recordFailure(tx: Query, settling: Settling): Promise<void> {
  const { refund, settled, now } = settling
  await update(tx, refund, { state: 'failed', settled_at: settled.settledAt ?? now })
  await enter(tx, settling, refund.reason === 'after-sale' ? CLAIM_REFUND_FAILED : REFUND_FAILED)
}

/** The action by which the history records that a failed refund goes on. */
export const resumedAction = ({ reason }: RefundRow): string =>
  reason === 'after-sale' ? CLAIM_REFUND_RESUMED : REFUND_RESUMED

/** Enters what became of a refund in the order's history. */
async function enter(tx: Query, { refund, now }: Pick<Settling, 'refund' | 'now'>, action: string) {
  const order = await findOrder(tx, refund.shop_id, refund.order_id)
  if (!order) return
  await moveOrder(tx, order, { action, actor: 'gateway', now, event: { amount: refund.amount } })
}

const update = (
  tx: Query,
  { shop_id, id }: Selectable<RefundTable>,
  changes: Updateable<RefundTable>,
): Promise<unknown> =>
  tx.updateTable('refund').set(changes).where('shop_id', '=', shop_id).where('id', '=', id).execute()

/** Lets the order follow a refund that has reached the buyer. */
async function finishOrder(tx: Query, { refund, payment, now }: Settling): Promise<void> {
  const { shop_id: shopId, order_id: orderId, id, reason } = refund
  if (isReturnOfUnusedPayment(reason)) return
  const order = await findOrder(tx, shopId, orderId)
  const refunds = await refundsOf(tx, payment)
  if (order?.payment_state === 'paid' && reason === 'by-seller') {
    const notice = { event: 'refunded', shopId, subjectId: orderId, occurrence: id, at: now } as const
    return queueNotice(tx, notice, order.buyer_id)
  }
  if (order?.payment_state === 'paid') return settleClaim(tx, order, refunds, now)
  if (order?.payment_state !== 'refunding' || !isOver(refunds)) return
  await moveOrder(tx, order, { action: SETTLE_REFUND, actor: 'gateway', now })
}

const isOver = (refunds: readonly RefundRow[]) =>
  refunds.every(({ state }) => state === 'done' || state === 'by-hand')

/** Settles an agreed claim for a part of the money, once every refund granted for claims has reached the buyer. */
async function settleClaim(tx: Query, order: OrderRow, refunds: readonly RefundRow[], now: number) {
  if (order.after_sale !== 'agreed' || !isOver(refunds.filter(({ reason }) => reason === 'after-sale')))
    return
  await moveOrder(tx, order, { action: SETTLE_REFUND, actor: 'gateway', now })
}
