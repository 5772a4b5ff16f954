import type { FastifyBaseLogger } from 'fastify'
import { type OrderLine, sentStates } from '@/domain/order/order'
import { NO_PAYER } from '@/domain/order/parcel'
import { standingSteps, UNDO_STEP_MS } from '@/domain/order/undo-step'
import type { Database } from '../../db/database'
import { readJson } from '../../db/json'
import type { AppDependencies } from '../../dependencies'
import { GatewayError } from '../../gateways/payment-gateway'
import type { ShippingReport } from '../../gateways/wechat-shipping'
import { MINUTE_MS } from '../../jobs/intervals'
import { type OrderRow, type StoredEvent, toParcel } from '../orders/order-row'
import { findOrder } from '../orders/store'
import { withPaymentLock } from '../payments/confirm-payment'
import { findPayment, isPayingPayment, type PaymentRow } from '../payments/store'
import { parcelKey, type ReportPath } from './queue-report'

/** A report that was refused is sent every minute at first, then every hour. */
const SOON_MS = 10 * MINUTE_MS

/** The longest time between two attempts of a report, in ms. */
export const REPORT_RETRY_MS = 60 * MINUTE_MS

type Dependencies = Pick<AppDependencies, 'db' | 'clock' | 'wechat'>

/**
 * Reports to WeChat that an order was sent, once that cannot be undone any more: WeChat takes no report back. Returns when to try again,
 * in epoch milliseconds; undefined when it is reported, need not be any more, or cannot be.
 */
export async function sendReport(
  deps: Dependencies,
  path: ReportPath,
  log: Pick<FastifyBaseLogger, 'warn'>,
): Promise<number | undefined> {
  const { db, clock, wechat } = deps
  const payment = await findPayment(db.query, path)
  const order = payment && (await findOrder(db.query, path.shopId, payment.order_id))
  if (!payment || !order || !isDue(payment, order, path) || !isSent(order)) return undefined
  const now = clock()
  const until = undoableUntil(order)
  if (now < until) return until
  const { openid, number } = payment
  if (openid === null) {
    log.warn({ number, code: NO_PAYER }, 'an order cannot be reported to WeChat')
    await record(db, path, { shipping_error: NO_PAYER })
    return undefined
  }
  try {
    if (!wechat?.shipping)
      throw new GatewayError('rejected', 'NO_GATEWAY', 'this server reports nothing to WeChat')
    await wechat.shipping.report(reportOf({ ...payment, openid }, order, now))
    await record(db, path, { shipping: 'reported', shipping_error: null })
    return undefined
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    log.warn({ number, code: error.code }, 'WeChat does not take a shipping report')
    await record(db, path, { shipping_error: error.code })
    return now + (now - Math.max(order.updated_at, until) < SOON_MS ? MINUTE_MS : REPORT_RETRY_MS)
  }
}

/** A cancelled or refunded order is not reported, nor a waybill that was corrected meanwhile. */
const isDue = (payment: PaymentRow, order: OrderRow, { parcel }: ReportPath): boolean =>
  payment.shipping === 'queued' &&
  isPayingPayment(payment) &&
  order.state !== 'cancelled' &&
  parcelKey(order) === parcel

/** An order whose sending was undone is reported when it is sent again. */
const isSent = ({ state }: OrderRow): boolean => sentStates.includes(state)

/** Until when the owner can undo that an order was sent (epoch ms). */
const undoableUntil = (order: OrderRow): number => {
  const sent = standingSteps(readJson<StoredEvent[]>(order.history)).find(({ action }) => action === 'send')
  return (sent?.at ?? 0) + UNDO_STEP_MS
}

function reportOf(payment: PaymentRow & { openid: string }, order: OrderRow, now: number): ShippingReport {
  const { appid, openid, transaction_id } = payment
  if (appid === null || transaction_id === null)
    throw new Error('a payment in a mini-program has no appid or transaction')
  const { phone } = readJson<{ phone: string }>(order.receiver)
  return {
    ...{ appid, openid, transactionId: transaction_id, fulfilment: order.fulfilment },
    goods: readJson<OrderLine[]>(order.lines)
      .map(({ name, quantity }) => `${name}×${quantity}`)
      .join('，'),
    parcel: toParcel(order),
    receiverPhone: phone,
    at: now,
  }
}

/** Records how a report ended, unless another one is due by now. */
const record = (
  db: Database,
  path: ReportPath,
  set: Partial<Pick<PaymentRow, 'shipping' | 'shipping_error'>>,
): Promise<void> =>
  withPaymentLock(db, path.shopId, async (tx) => {
    const payment = await findPayment(tx, path)
    const order = payment && (await findOrder(tx, path.shopId, payment.order_id))
    if (!payment || !order || !isDue(payment, order, path)) return
    await tx
      .updateTable('payment')
      .set(set)
      .where('shop_id', '=', path.shopId)
      .where('id', '=', path.paymentId)
      .execute()
  })
