import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { toOrderAt } from '../orders/order-row'
import { findOrder } from '../orders/store'
import { askService } from './ask-service'
import { startPayment } from './start-payment'
import { findPayment, type PaymentPath, type PaymentRow } from './store'

const toPayment = ({ id, method, state, amount, expires_at }: PaymentRow) => ({
  ...{ id, method, state, amount },
  expiresAt: expires_at,
})

export function paymentHandlers(deps: AppDependencies) {
  const { db, clock } = deps

  async function mustFindPayment(path: PaymentPath & { orderId: string }): Promise<PaymentRow> {
    const payment = await findPayment(db.query, path)
    if (payment?.order_id !== path.orderId) throw new ApiError('not-found')
    return payment
  }

  return {
    'PUT /api/shops/:shopId/orders/:orderId/payments/:paymentId': async ({ params, body, auth, request }) => {
      const start = { ...params, ...body, caller: auth, clientAddress: request.ip }
      const { payment, till } = await startPayment(deps, start, request.log)
      return { ...toPayment(payment), ...(till ? { till } : {}) }
    },
    'GET /api/shops/:shopId/orders/:orderId/payments/:paymentId': async ({ params, request }) => {
      await askService(deps, await mustFindPayment(params), request.log)
      const payment = await mustFindPayment(params)
      const order = await findOrder(db.query, params.shopId, params.orderId)
      if (!order) throw new ApiError('not-found')
      return { payment: toPayment(payment), order: toOrderAt(order, clock()) }
    },
  } satisfies Partial<Handlers>
}
