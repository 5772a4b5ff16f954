import { isPaidInPerson } from '@/domain/payment/payment'
import type { Query } from '../../db/database'
import { type OrderRow, toCollection } from '../orders/order-row'
import { isPayingPayment, paymentsOfOrder } from '../payments/store'

/** The part of an order's payment that can still be returned, in fen; 0 while the order is not paid. */
export async function refundableAmount(query: Query, row: OrderRow): Promise<number> {
  if (row.payment_state !== 'paid') return 0
  if (isPaidInPerson(row.payment_method)) return (toCollection(row)?.amount ?? row.total) - row.returned
  const payment = (await paymentsOfOrder(query, row.shop_id, row.id)).find(isPayingPayment)
  return payment ? payment.amount - payment.refunded : 0
}
