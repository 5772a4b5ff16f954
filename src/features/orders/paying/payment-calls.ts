import { call } from '@/api/call'
import type { Id } from '@/domain/id'
import type { Order } from '@/domain/order/order'
import type { PaymentBody, PaymentCalls } from './use-pay-order'

interface PaymentParams {
  shopId: Id
  orderId: Id
  paymentId: Id
}

const putPayment = (params: PaymentParams, body: PaymentBody) =>
  call('PUT /api/shops/:shopId/orders/:orderId/payments/:paymentId', { params, body })

const getPayment = (params: PaymentParams) =>
  call('GET /api/shops/:shopId/orders/:orderId/payments/:paymentId', { params })

/** The payments of a buyer's own order. */
export const ownPaymentCalls = ({
  shopId,
  id: orderId,
}: Pick<Order, 'shopId' | 'id'>): PaymentCalls<Order> => ({
  begin: (paymentId, body) => putPayment({ shopId, orderId, paymentId }, body),
  ask: (paymentId) => getPayment({ shopId, orderId, paymentId }),
})
