import type { ExpressionBuilder } from 'kysely'
import type { RouteReply } from '@/contract/routes'
import { isPaidInPerson } from '@/domain/payment'
import { isReturnOfVainPayment } from '@/domain/refund'
import type { Query } from '../../db/database'
import type { Tables } from '../../db/tables'
import type { OrderRow } from '../orders/order-row'
import { type RefundRow, refundsOfOrder } from './store'

type Today = RouteReply<'GET /api/shops/:shopId/today'>

/**
 * What people see of the refunds of an order that was paid online. A payment that paid nothing returns by itself, and is only among them
 * when the service could not return it.
 */
export async function readRefunds(query: Query, order: OrderRow) {
  if (isPaidInPerson(order.payment_method)) return {}
  const refunds = (await refundsOfOrder(query, order)).filter(isSeen).map(toRefund)
  return refunds.length > 0 ? { refunds } : {}
}

const isSeen = ({ reason, state }: RefundRow): boolean =>
  !isReturnOfVainPayment(reason) || state === 'failed' || state === 'by-hand'

const toRefund = ({ amount, note, state, created_at }: RefundRow) => ({
  ...{ amount, state, at: created_at },
  ...(note === null ? {} : { note }),
})

/** Refunds that the payment service could not make and the owner has not made in person. Those of a claim belong to the claim. */
export const isFailedRefund = (eb: ExpressionBuilder<Tables, 'refund'>) =>
  eb.and([eb('refund.state', '=', 'failed'), eb('refund.reason', '!=', 'after-sale')])

/** Orders with money that the owner has to return in person, because the payment service could not; a claim's is counted with it. */
export async function findFailedRefunds(db: Query, shopId: string): Promise<Pick<Today, 'failedRefunds'>> {
  const rows = await db
    .selectFrom('refund')
    .select('order_id')
    .where('shop_id', '=', shopId)
    .where(isFailedRefund)
    .orderBy('created_at')
    .execute()
  const orderIds = new Set(rows.map(({ order_id }) => order_id))
  const [first] = orderIds
  return first === undefined ? {} : { failedRefunds: { count: orderIds.size, orderId: first } }
}
