import type { FastifyBaseLogger } from 'fastify'
import type { Order } from '@/domain/order/order'
import type { RefundCard } from '@/domain/payment/refund'
import { ApiError, badInput } from '../../api-error'
import type { Flag } from '../../db/column-types'
import type { AppDependencies } from '../../dependencies'
import { GatewayError, type PaymentGateway } from '../../gateways/payment-gateway'
import { gatewayOf } from '../../gateways/payment-gateways'
import { moveOrder } from '../orders/move-order'
import { toOrderAt } from '../orders/order-row'
import { findOrder, mustFindOrder } from '../orders/store'
import { withPaymentLock } from './confirm-payment'
import { hurryRefund } from './jobs'
import { resumedAction, settleRefund } from './settle-refund'
import { findPayment, findRefund, type PaymentRow, type RefundRow, refundsOfOrder } from './store'

type Dependencies = Pick<AppDependencies, 'db' | 'clock' | 'payments'>

interface Redirection {
  shopId: string
  orderId: string
  /** A card is passed on to the service and not stored. */
  to: RefundCard | 'seller'
}

/** A failed refund, its payment and the gateway that can pay it another way. */
interface Failed {
  refund: RefundRow
  payment: PaymentRow
  gateway: PaymentGateway & Required<Pick<PaymentGateway, 'redirectRefund'>>
}

/**
 * Lets the payment service pay the failed refunds of an order to a card of the buyer, or to the seller, who then returns the money in person.
 * The same request again changes nothing.
 * @throws ApiError `not-allowed-now` (with the order) when no refund can be paid so, `bad-input` for a card that the service refuses,
 * or `unavailable`.
 */
export async function redirectRefunds(
  deps: Dependencies,
  { shopId, orderId, to }: Redirection,
  log: Pick<FastifyBaseLogger, 'warn'>,
): Promise<Order> {
  const order = await mustFindOrder(deps.db.query, shopId, orderId)
  const failed = await findFailed(deps, { shopId, orderId })
  if (failed.length === 0) throw new ApiError('not-allowed-now', { current: toOrderAt(order, deps.clock()) })
  for (const one of failed) await redirect(deps, one, to, log)
  const changed = await findOrder(deps.db.query, shopId, orderId)
  return toOrderAt(changed ?? order, deps.clock())
}

/** The refunds of an order that failed and whose money stands between the accounts. */
export async function findFailed(
  deps: Pick<AppDependencies, 'db' | 'payments'>,
  { shopId, orderId }: { shopId: string; orderId: string },
): Promise<Failed[]> {
  const failed: Failed[] = []
  for (const refund of await refundsOfOrder(deps.db.query, { shop_id: shopId, id: orderId })) {
    if (refund.state !== 'failed' || refund.sent_back === 1 || refund.to_seller === 1) continue
    const payment = await findPayment(deps.db.query, { shopId, paymentId: refund.payment_id })
    const gateway = payment && gatewayOf(deps.payments, payment)
    if (payment && gateway?.redirectRefund)
      failed.push({ refund, payment, gateway: gateway as Failed['gateway'] })
  }
  return failed
}

const keyOf = ({ refund, payment }: Failed) => ({
  number: refund.id,
  payment: { number: payment.number, merchant: payment.merchant, amount: payment.amount },
})

async function redirect(
  deps: Dependencies,
  failed: Failed,
  to: RefundCard | 'seller',
  log: Pick<FastifyBaseLogger, 'warn'>,
): Promise<void> {
  try {
    const now = await failed.gateway.queryRefund(keyOf(failed))
    if (now.state !== 'failed') return void (await settleRefund(deps, now))
    if (now.serviceId === undefined)
      throw new GatewayError('unavailable', 'BAD_REPLY', 'the refund has no number of the service')
    // marked before, since the answer may be lost; a query finds out what has become of it
    if (to === 'seller') await markForSeller(deps, failed.refund, 1)
    const reply = await failed.gateway.redirectRefund({ ...keyOf(failed), serviceId: now.serviceId }, to)
    if (to !== 'seller') await resume(deps, failed.refund)
    await settleRefund(deps, reply)
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    if (to === 'seller' && error.kind === 'rejected') await markForSeller(deps, failed.refund, 0)
    log.warn(
      { number: failed.refund.id, kind: error.kind, code: error.code },
      'a failed refund cannot be paid another way',
    )
    throw error.kind === 'rejected' && to !== 'seller'
      ? badInput('/number', error.code)
      : new ApiError('unavailable', { retryAfter: 5 })
  }
}

/** A refund that is paid to the seller is queried after this time, in ms, which is more than its request takes. */
const QUERIED_AFTER_MS = 60_000

/** Records whether a failed refund is on its way to the seller. For the buyer it stays failed. */
const markForSeller = (
  { db, clock }: Pick<AppDependencies, 'db' | 'clock'>,
  { shop_id: shopId, id }: RefundRow,
  to_seller: Flag,
): Promise<void> =>
  withPaymentLock(db, shopId, async (tx) => {
    await tx
      .updateTable('refund')
      .set({ to_seller })
      .where('shop_id', '=', shopId)
      .where('id', '=', id)
      .where('state', '=', 'failed')
      .execute()
    await hurryRefund(tx, { shopId, refundId: id }, clock() + QUERIED_AFTER_MS)
  })

/** Records that a failed refund is under way again. */
async function resume(deps: Pick<AppDependencies, 'db' | 'clock'>, { shop_id: shopId, id }: RefundRow) {
  await withPaymentLock(deps.db, shopId, async (tx) => {
    const refund = await findRefund(tx, shopId, id)
    const order = refund && (await findOrder(tx, shopId, refund.order_id))
    if (refund?.state !== 'failed' || !order) return
    const now = deps.clock()
    await tx
      .updateTable('refund')
      .set({ state: 'requested', to_account: 1, last_error: null })
      .where('shop_id', '=', shopId)
      .where('id', '=', id)
      .execute()
    await moveOrder(tx, order, {
      ...{ action: resumedAction(refund), actor: 'owner', now },
      event: { amount: refund.amount },
    })
    await hurryRefund(tx, { shopId, refundId: id }, now)
  })
}
