import { heldReason } from '@/domain/order/parcel'
import type { BuyerPlace } from '@/domain/payment/payment-rights'
import type { Query } from '../../db/database'
import { addJob } from '../../jobs/jobs'
import { type OrderRow, toParcel } from '../orders/order-row'
import { isPayingPayment, type PaymentRow, paymentsOfOrder } from '../payments/store'

export const REPORT_SHIPPING = 'report-shipping'

export interface ReportPath {
  shopId: string
  paymentId: string
  /** The parcel that is reported; a corrected parcel is reported separately. */
  parcel: string | null
}

export const parcelKey = ({ carrier, waybill }: Pick<OrderRow, 'carrier' | 'waybill'>): string | null =>
  carrier === null || waybill === null ? null : `${carrier} ${waybill}`

/** The places of payments whose money WeChat holds until the goods are reported as sent. */
export const REPORTED_PLACES: readonly BuyerPlace[] = ['shared-app', 'own-app']

/** True if WeChat waits for a report about a payment. */
const isReported = ({ method, place }: PaymentRow): boolean =>
  method === 'wechat' && REPORTED_PLACES.includes(place)

/**
 * Lets a job report to WeChat that an order was sent, in the transaction of the step that sends it or names its parcel. One that goes by
 * courier is reported once its waybill is known.
 */
export async function queueReport(tx: Query, row: OrderRow): Promise<void> {
  const { shop_id: shopId, id: orderId, state, fulfilment, updated_at } = row
  if (heldReason({ state, fulfilment, parcel: toParcel(row) }) !== 'reporting') return
  const payment = (await paymentsOfOrder(tx, shopId, orderId)).find(isPayingPayment)
  if (!payment || !isReported(payment)) return
  await tx
    .updateTable('payment')
    .set({ shipping: 'queued', shipping_error: null })
    .where('shop_id', '=', shopId)
    .where('id', '=', payment.id)
    .execute()
  const parcel = parcelKey(row)
  await addJob(tx, {
    id: `${REPORT_SHIPPING}:${shopId}:${payment.id}:${parcel ?? ''}`,
    kind: REPORT_SHIPPING,
    payload: { shopId, paymentId: payment.id, parcel } satisfies ReportPath,
    runAt: updated_at,
  })
}
