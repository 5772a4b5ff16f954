import type { ExpressionBuilder } from 'kysely'
import type { RouteReply } from '@/contract/routes'
import { isPaidInPerson } from '@/domain/payment/payment'
import { isReturnOfUnusedPayment, type RefundState } from '@/domain/payment/refund'
import type { Query } from '../../db/database'
import type { Tables } from '../../db/tables'
import type { OrderRow } from '../orders/order-row'
import { type PaymentRow, type RefundRow, refundsOf, refundsOfOrder } from './store'

type Today = RouteReply<'GET /api/shops/:shopId/today'>

/**
 * The visible refunds of an order that was paid online. A payment that paid nothing returns by itself, and is only among them
 * when the service refuses to return it, or could not. The service's code is shown to the owner only.
 */
export async function readRefunds(query: Query, order: OrderRow, role: 'owner' | 'buyer') {
  if (isPaidInPerson(order.payment_method)) return {}
  const refunds = (await refundsOfOrder(query, order)).filter(isSeen).map((row) => toRefund(row, role))
  return refunds.length > 0 ? { refunds } : {}
}

/** The code by which the payment service refuses a refund for now; it is sent again. */
const refusalOf = ({ state, last_error }: RefundRow): string | null =>
  state === 'requested' ? last_error : null

const isSeen = (row: RefundRow): boolean =>
  !isReturnOfUnusedPayment(row.reason) ||
  row.state === 'failed' ||
  row.state === 'by-hand' ||
  refusalOf(row) !== null

function toRefund(row: RefundRow, role: 'owner' | 'buyer') {
  const { amount, note, state, created_at } = row
  const refusal = refusalOf(row)
  return {
    ...{ amount, state, at: created_at },
    ...(note === null ? {} : { note }),
    ...(refusal === null ? {} : { isRefused: true }),
    ...(role === 'owner' ? ownersFacts(row, refusal) : {}),
  }
}

/** What only the owner reads of a refund. */
const ownersFacts = ({ sent_back, to_seller, returned_twice }: RefundRow, refusal: string | null) => ({
  ...(refusal === null ? {} : { refusal }),
  ...(sent_back === 1 ? { isSentBack: true } : {}),
  ...(to_seller === 1 && sent_back === 0 ? { isGoingBack: true } : {}),
  ...(returned_twice === 1 ? { isReturnedTwice: true } : {}),
})

/** The refund state of a payment that paid nothing; empty for a payment that has paid its order. */
export async function readReturn(query: Query, payment: PaymentRow): Promise<{ returned?: RefundState }> {
  const refund = (await refundsOf(query, payment)).find(({ reason }) => isReturnOfUnusedPayment(reason))
  return refund ? { returned: refund.state } : {}
}

/** Refunds that the payment service could not make and the owner has not made in person. Those of a claim belong to the claim. */
export const isFailedRefund = (eb: ExpressionBuilder<Tables, 'refund'>) =>
  eb.and([eb('refund.state', '=', 'failed'), eb('refund.reason', '!=', 'after-sale')])

const isRefusedRefund: typeof isFailedRefund = (eb) =>
  eb.and([eb('refund.state', '=', 'requested'), eb('refund.last_error', 'is not', null)])

/**
 * Orders with money that the owner has to return in person, because the payment service could not, where a claim's is counted with the claim;
 * and orders with money that the service refuses to return for now.
 */
export async function findStuckRefunds(
  db: Query,
  shopId: string,
): Promise<Pick<Today, 'failedRefunds' | 'refusedRefunds'>> {
  const rows = await db
    .selectFrom('refund')
    .select(['order_id', 'state'])
    .where('shop_id', '=', shopId)
    .where((eb) => eb.or([isFailedRefund(eb), isRefusedRefund(eb)]))
    .orderBy('created_at')
    .execute()
  const failed = countOrders(rows.filter(({ state }) => state === 'failed'))
  const refused = countOrders(rows.filter(({ state }) => state === 'requested'))
  return {
    ...(failed ? { failedRefunds: failed } : {}),
    ...(refused ? { refusedRefunds: refused } : {}),
  }
}

/** The number of orders that refunds belong to, and the first of them. */
function countOrders(
  refunds: readonly { order_id: string }[],
): { count: number; orderId: string } | undefined {
  const orderIds = new Set(refunds.map(({ order_id }) => order_id))
  const [first] = orderIds
  return first === undefined ? undefined : { count: orderIds.size, orderId: first }
}
