import { isOpen } from '@/domain/order/after-sale'
import type { Order } from '@/domain/order/order'
import { MAX_REFUNDS, REFUND_ALL, REFUND_PART } from '@/domain/payment/refund'
import { ApiError, badInput } from '../../api-error'
import type { Query } from '../../db/database'
import { moveOrder } from '../orders/move-order'
import { type OrderRow, toOrderAt } from '../orders/order-row'
import { mustFindOrder } from '../orders/store'
import { grantRefund } from './grant-refund'
import { isPayingPayment, type PaymentRow, paymentsOfOrder, refundsOf } from './store'

interface RefundBySeller {
  shopId: string
  orderId: string
  /** Made by the client. */
  refundId: string
  /** In fen. */
  amount: number
  note: string
  /** The amount left to return when the seller read the order, in fen. */
  refundable?: number | undefined
  now: number
}

/**
 * Returns a part of an order that was paid online, or what is left of it, once for each request id. Call it while the shop is locked.
 * @throws ApiError `not-allowed-now` (with the order) when no money is left to return or another amount than the seller saw, `bad-input`
 * for more than is left, `too-many-steps`, or `idempotency-conflict`.
 */
export async function refundBySeller(tx: Query, requested: RefundBySeller): Promise<Order> {
  const { shopId, orderId, refundId, amount, note, refundable, now } = requested
  const order = await mustFindOrder(tx, shopId, orderId)
  const current = toOrderAt(order, now)
  const known = await findRefund(tx, shopId, refundId)
  if (known) {
    if (known.order_id !== orderId || known.amount !== amount || known.note !== note)
      throw new ApiError('idempotency-conflict')
    return current
  }
  const payment = (await paymentsOfOrder(tx, shopId, orderId)).find(isPayingPayment)
  if (!payment || order.payment_state !== 'paid') throw new ApiError('not-allowed-now', { current })
  const left = payment.amount - payment.refunded
  // another refund was granted since the seller looked, perhaps this one under another id
  if (refundable !== undefined && refundable !== left) throw new ApiError('not-allowed-now', { current })
  if (amount > left) throw badInput('/amount', `at most ${left} fen are left`)
  if ((await refundsOf(tx, payment)).length >= MAX_REFUNDS) throw new ApiError('too-many-steps', { current })
  // an open claim is answered instead, or the same money could be returned twice
  if (amount < left && isOpen(order.after_sale)) throw new ApiError('not-allowed-now', { current })
  const details = { note, requestId: refundId }
  return amount === left
    ? refundRest(tx, { order, amount, details, now })
    : refundPart(tx, { order, payment, amount, details, now })
}

const findRefund = (tx: Query, shopId: string, requestId: string) =>
  tx
    .selectFrom('refund')
    .select(['order_id', 'amount', 'note'])
    .where('shop_id', '=', shopId)
    .where('request_id', '=', requestId)
    .executeTakeFirst()

interface Details {
  note: string
  requestId: string
}

/** Returns all that is left: the order is refunded as a whole, and an open request is settled with it. */
const refundRest = (
  tx: Query,
  { order, amount, details: requested, now }: Omit<Part, 'payment'>,
): Promise<Order> => moveOrder(tx, order, { action: REFUND_ALL, actor: 'owner', now, amount, requested })

interface Part {
  order: OrderRow
  payment: PaymentRow
  amount: number
  details: Details
  now: number
}

async function refundPart(tx: Query, { order, payment, amount, details, now }: Part): Promise<Order> {
  await grantRefund(tx, payment, { amount, reason: 'by-seller', now, requested: details })
  return moveOrder(tx, order, { action: REFUND_PART, actor: 'owner', now })
}
