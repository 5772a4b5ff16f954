import type { FastifyRequest } from 'fastify'
import { qrUri } from '@/ui/art/qr-uri'
import { ApiError, badInput } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import type { Till } from '../../gateways/payment-gateway'
import type { Call, Handlers } from '../../http/call'
import { resolveOrigin } from '../../http/origin'
import type { Content } from '../content/content'
import { toOrderAt } from '../orders/order-row'
import { findOrder, mustFindOrder } from '../orders/store'
import { askService } from './ask-service'
import { changeMethod } from './change-method'
import { withPaymentLock } from './confirm-payment'
import { findLinkedOrder, readLinkedOrder } from './pay-link'
import { readReturn } from './read-refunds'
import { redirectRefunds } from './redirect-refunds'
import { refundBySeller } from './refund-by-seller'
import { startPayment } from './start-payment'
import { findPayment, type PaymentPath, type PaymentRow } from './store'

const toPayment = ({ id, method, state, amount, expires_at }: PaymentRow) => ({
  ...{ id, method, state, amount },
  expiresAt: expires_at,
})

/** The address of the page to return to, as it was parsed; a till must not send people to another site. @throws ApiError `bad-input` */
function parseReturnUrl({ settings }: AppDependencies, request: FastifyRequest, returnUrl: string): string {
  const url = URL.canParse(returnUrl) ? new URL(returnUrl) : undefined
  // compiled sites ask from an origin of their own, which browsers name
  if (url && [new URL(resolveOrigin(settings, request)).origin, request.headers.origin].includes(url.origin))
    return url.href
  throw badInput('/returnUrl', 'a page of another site')
}

const drawTill = (till: Till) => (till.kind === 'qr-code' ? { ...till, image: qrUri(till.text) } : till)

export function paymentHandlers(deps: AppDependencies, content: Pick<Content, 'showText'>) {
  const { db, clock } = deps

  async function mustFindPayment(path: PaymentPath & { orderId: string }): Promise<PaymentRow> {
    const payment = await findPayment(db.query, path)
    if (payment?.order_id !== path.orderId) throw new ApiError('not-found')
    return payment
  }

  type Begin =
    | Call<'PUT /api/shops/:shopId/orders/:orderId/payments/:paymentId'>
    | Call<'PUT /api/shops/:shopId/orders/:orderId/pay-links/:linkKey/attempts/:paymentId'>

  async function begin({ params, body, auth, request }: Begin, isByLink: boolean) {
    const { shopId, orderId, paymentId } = params
    const { place, code } = body
    const returnUrl = body.returnUrl === undefined ? undefined : parseReturnUrl(deps, request, body.returnUrl)
    const caller = { caller: auth, isByLink, clientAddress: request.ip }
    const start = { shopId, orderId, paymentId, place, code, returnUrl, ...caller }
    const { payment, till } = await startPayment(deps, start, {
      log: request.log,
      showText: (text) => content.showText(text),
    })
    return { ...toPayment(payment), ...(till ? { till: drawTill(till) } : {}) }
  }

  return {
    'PUT /api/shops/:shopId/orders/:orderId/payments/:paymentId': (call) => begin(call, false),
    'GET /api/shops/:shopId/orders/:orderId/payments/:paymentId': async ({ params, request }) => {
      await askService(deps, await mustFindPayment(params), request.log)
      const payment = await mustFindPayment(params)
      const order = await mustFindOrder(db.query, params.shopId, params.orderId)
      return { payment: toPayment(payment), order: toOrderAt(order, clock()) }
    },
    'PUT /api/shops/:shopId/orders/:orderId/payment-method': ({ params, body, auth, request }) =>
      changeMethod(deps, { ...params, ...body, role: auth.role }, request.log),
    'GET /api/shops/:shopId/orders/:orderId/pay-links/:linkKey': async ({ params }) =>
      readLinkedOrder(db.query, await findLinkedOrder(db.query, deps.secret, params)),
    'PUT /api/shops/:shopId/orders/:orderId/pay-links/:linkKey/attempts/:paymentId': async (call) => {
      await findLinkedOrder(db.query, deps.secret, call.params)
      return begin(call, true)
    },
    'GET /api/shops/:shopId/orders/:orderId/pay-links/:linkKey/attempts/:paymentId': async ({
      params,
      auth,
      request,
    }) => {
      const order = await findLinkedOrder(db.query, deps.secret, params)
      const payment = await mustFindPayment(params)
      if (payment.payer_id !== auth.accountId) throw new ApiError('not-found')
      await askService(deps, payment, request.log)
      const current = await mustFindPayment(params)
      return {
        payment: { ...toPayment(current), ...(await readReturn(db.query, current)) },
        order: await readLinkedOrder(
          db.query,
          (await findOrder(db.query, params.shopId, params.orderId)) ?? order,
        ),
      }
    },
    'PUT /api/shops/:shopId/orders/:orderId/refund-card': ({ params, body: card, request }) =>
      redirectRefunds(deps, { ...params, to: card }, request.log),
    'PUT /api/shops/:shopId/orders/:orderId/refund-to-seller': ({ params, request }) =>
      redirectRefunds(deps, { ...params, to: 'seller' }, request.log),
    'PUT /api/shops/:shopId/orders/:orderId/refunds/:refundId': ({ params, body }) =>
      withPaymentLock(db, params.shopId, (tx) => refundBySeller(tx, { ...params, ...body, now: clock() })),
  } satisfies Partial<Handlers>
}
