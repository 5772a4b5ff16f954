import { isPaidInPerson } from '@/domain/payment'
import { isReturnOfVainPayment } from '@/domain/refund'
import type { Query } from '../../db/database'
import type { OrderRow } from '../orders/order-row'
import type { RefundRow } from './store'

/** What people see of the refunds of an order that was paid online. */
export async function readRefunds(query: Query, { shop_id, id, payment_method }: OrderRow) {
  if (isPaidInPerson(payment_method)) return {}
  const rows = await query
    .selectFrom('refund')
    .selectAll()
    .where('shop_id', '=', shop_id)
    .where('order_id', '=', id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const refunds = rows.filter(({ reason }) => !isReturnOfVainPayment(reason)).map(toRefund)
  return refunds.length > 0 ? { refunds } : {}
}

const toRefund = ({ amount, note, state, created_at }: RefundRow) => ({
  ...{ amount, state, at: created_at },
  ...(note === null ? {} : { note }),
})
