import type { FastifyBaseLogger } from 'fastify'
import { movements } from '@/domain/ledger'
import type { Order } from '@/domain/order'
import { paymentTransitions } from '@/domain/payment'
import { CLAIM_REFUND_FAILED, isReturnOfUnusedPayment, REFUND_FAILED } from '@/domain/refund'
import { nextState } from '@/domain/transitions'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { GatewayError, type GatewayRefund, type PaymentGateway } from '../../gateways/payment-gateway'
import { gatewayOf, noticeUrlOf } from '../../gateways/payment-gateways'
import { writeEntries } from '../ledger/write-entries'
import { queueNotice } from '../notifications/queue-notification'
import { type OrderRow, toOrder } from '../orders/order-row'
import { saveOrderStep } from '../orders/save-order-step'
import { findOrder } from '../orders/store'
import { withPaymentLock } from './confirm-payment'
import { findNumber, findPayment, findRefund, type PaymentRow, type RefundRow, refundsOf } from './store'

const MINUTE_MS = 60_000
/** After this time a refund that is still processed, or was refused, is sent again every hour instead of every minute. */
const SOON_MS = 10 * MINUTE_MS

/** The longest time between two attempts of a refund, in ms. */
export const REFUND_RETRY_MS = 60 * MINUTE_MS

export interface RefundPath {
  shopId: string
  refundId: string
}

type Dependencies = Pick<AppDependencies, 'db' | 'clock' | 'payments'>

/**
 * Sends a refund to its payment service, again under the same number until the service has settled it. Returns when to send it again,
 * in epoch milliseconds; undefined when it is over. `last_error` has the service's code while it refuses the refund.
 */
export async function sendRefund(
  deps: Dependencies,
  { shopId, refundId }: RefundPath,
  log: Pick<FastifyBaseLogger, 'warn'>,
): Promise<number | undefined> {
  const refund = await findRefund(deps.db.query, shopId, refundId)
  const payment = refund && (await findPayment(deps.db.query, { shopId, paymentId: refund.payment_id }))
  if (!refund || !payment || refund.state !== 'requested') return undefined
  const now = deps.clock()
  const again = now + (now - refund.created_at < SOON_MS ? MINUTE_MS : REFUND_RETRY_MS)
  try {
    const gateway = gatewayOf(deps.payments, payment)
    if (!gateway)
      throw new GatewayError('rejected', 'NO_GATEWAY', 'this server has no gateway for the refund')
    const reply = await askForRefund(gateway, refund, payment, noticeUrlOf(deps.payments, payment))
    if (reply.state === 'processing') {
      if (refund.last_error !== null) await recordRefusal(deps, refund, null)
      return again
    }
    await settleRefund(deps, reply)
    return undefined
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    const { fault, code } = error
    log.warn({ number: refund.id, fault, code }, 'a payment service does not take a refund')
    // only then is it known that the service has not taken it
    if (fault === 'rejected') await recordRefusal(deps, refund, code)
    return again
  }
}

/** Sends a refund, and reads how it stands, which not every reply to a refund says. */
async function askForRefund(
  gateway: PaymentGateway,
  { id, amount, note }: RefundRow,
  payment: PaymentRow,
  noticeUrl: string,
): Promise<GatewayRefund> {
  const { number, merchant } = payment
  const key = { number: id, payment: { number, merchant, amount: payment.amount } }
  const reply = await gateway.refund({ ...key, amount, noticeUrl, ...(note ? { reason: note } : {}) })
  if (reply.state !== 'processing') return reply
  return gateway.queryRefund(key).catch((error: unknown) => {
    // the service has taken the refund, though it does not find it yet
    if (error instanceof GatewayError && error.fault === 'rejected') return reply
    throw error
  })
}

/** Records by which code the service refuses a refund for now; `null` once it has taken it. */
async function recordRefusal(
  { db }: Dependencies,
  { shop_id, id }: RefundRow,
  code: string | null,
): Promise<void> {
  await db.withTx(
    (tx) =>
      tx
        .updateTable('refund')
        .set({ last_error: code })
        .where('shop_id', '=', shop_id)
        .where('id', '=', id)
        .execute(),
    'guarded',
  )
}

/** Records how a payment service has settled a refund, once. A refund of another amount than ours is not recorded; false then. */
export async function settleRefund(
  { db, clock }: Pick<AppDependencies, 'db' | 'clock'>,
  settled: GatewayRefund,
): Promise<boolean> {
  const path = await findNumber(db.query, settled.number.replace(/-\d+$/, ''))
  if (!path || settled.state === 'processing') return path !== undefined
  return withPaymentLock(db, path.shopId, async (tx) => {
    const refund = await findRefund(tx, path.shopId, settled.number)
    const payment = await findPayment(tx, path)
    if (!refund || !payment || (settled.amount !== undefined && settled.amount !== refund.amount))
      return false
    if (refund.state !== 'requested') return true
    const now = clock()
    const isDone = settled.state === 'done'
    await tx
      .updateTable('refund')
      .set({
        state: isDone ? 'done' : 'failed',
        settled_at: settled.settledAt ?? now,
        ...(isDone ? { last_error: null } : {}),
      })
      .where('shop_id', '=', refund.shop_id)
      .where('id', '=', refund.id)
      .execute()
    if (isDone) await recordRefund(tx, refund, payment, now)
    else await recordFailure(tx, refund, now)
    return true
  })
}

/** Records in the order's history, which both sides read, that the service could not return the money, and notifies the owners. */
async function recordFailure(
  tx: Query,
  { shop_id, order_id, reason, amount }: RefundRow,
  now: number,
): Promise<void> {
  const order = await findOrder(tx, shop_id, order_id)
  if (!order) return
  const action = reason === 'after-sale' ? CLAIM_REFUND_FAILED : REFUND_FAILED
  await saveOrderStep(tx, order, toOrder(order), { action, by: 'gateway', at: now, amount })
}

async function recordRefund(tx: Query, refund: RefundRow, payment: PaymentRow, now: number): Promise<void> {
  const { shop_id: shopId, order_id: orderId, id, amount, reason } = refund
  await writeEntries(tx, { shopId, orderId, source: id, at: now }, [
    { cause: 'refunded', movements: movements.refunded(payment.method, amount) },
  ])
  if (isReturnOfUnusedPayment(reason)) return
  const order = await findOrder(tx, shopId, orderId)
  const refunds = await refundsOf(tx, payment)
  if (order?.payment_state === 'paid' && reason === 'by-seller') {
    const notice = { event: 'refunded', shopId, subjectId: orderId, occurrence: id, at: now } as const
    return queueNotice(tx, notice, order.buyer_id)
  }
  if (order?.payment_state === 'paid') return settleClaim(tx, order, refunds, now)
  if (order?.payment_state !== 'refunding' || !isOver(refunds)) return
  await saveOrderStep(tx, order, refundedOrder(order), { action: 'settle-refund', by: 'gateway', at: now })
}

const isOver = (refunds: readonly RefundRow[]) =>
  refunds.every(({ state }) => state === 'done' || state === 'by-hand')

/** Settles an agreed claim for a part of the money, once every refund granted for claims has reached the buyer. */
async function settleClaim(
  tx: Query,
  order: OrderRow,
  refunds: readonly RefundRow[],
  now: number,
): Promise<void> {
  if (order.after_sale !== 'agreed' || !isOver(refunds.filter(({ reason }) => reason === 'after-sale')))
    return
  const next = { ...toOrder(order), afterSale: 'settled' } as const
  await saveOrderStep(tx, order, next, { action: 'settle-refund', by: 'gateway', at: now })
}

function refundedOrder(row: OrderRow): Pick<Order, 'state' | 'payment' | 'afterSale'> {
  const { state, payment, afterSale } = toOrder(row)
  const refunded = nextState(paymentTransitions, payment.state, 'settle-refund', 'gateway') ?? payment.state
  return {
    state,
    payment: { ...payment, state: refunded },
    afterSale: afterSale === 'agreed' ? 'settled' : afterSale,
  }
}
