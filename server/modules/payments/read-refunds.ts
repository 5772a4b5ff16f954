import { isPaidInPerson } from '@/domain/payment'
import { isReturnOfVainPayment } from '@/domain/refund'
import type { Query } from '../../db/database'
import type { OrderRow } from '../orders/order-row'
import { type RefundRow, refundsOfOrder } from './store'

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
