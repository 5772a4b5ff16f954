import type { WechatPayRole } from '@/domain/payment/payment-rights'
import {
  clipBytes,
  type Fields,
  integerAt,
  isFields,
  momentAt,
  objectAt,
  requireText,
  textAt,
  toChinaTime,
} from '../fields'
import type {
  FailedRefund,
  GatewayPayment,
  GatewayPaymentState,
  PaymentKey,
  PaymentRequest,
  RefundKey,
  RefundRequest,
} from '../payment-gateway'

export interface MerchantNumbers {
  mchid: string
  /** The appid that is bound to this merchant: the platform's, the partner's or the shop's own. */
  appid: string
}

interface Call {
  path: string
  body: object
}

/** The differences between the roles of WeChat Pay: paths, and the names of merchants and amounts. */
export interface RoleApi {
  prepay(request: PaymentRequest): Call
  query(payment: PaymentKey): string
  close(payment: PaymentKey): Call
  /** Reads a payment from the reply of a query or from a notice. */
  readPayment(fields: Fields): GatewayPayment
  refund(request: RefundRequest): Call
  queryRefund(refund: RefundKey): string
  /** The call that pays a failed refund another way, without the fields of the account. */
  redirectRefund(refund: FailedRefund): Call
}

/** The values of `trade_state` in replies and notices. */
const PAYMENT_STATES: Record<string, GatewayPaymentState> = {
  SUCCESS: 'paid',
  REFUND: 'refunded',
  NOTPAY: 'open',
  USERPAYING: 'open',
  CLOSED: 'closed',
  REVOKED: 'closed',
  PAYERROR: 'closed',
}

/** An unknown state counts as open: the payment is queried again. */
const stateOf = (fields: Fields): GatewayPaymentState =>
  PAYMENT_STATES[textAt(fields, 'trade_state') ?? ''] ?? 'open'

const CURRENCY = 'CNY'

const sceneOf = ({ clientAddress }: PaymentRequest) => ({
  ...{ payer_client_ip: clientAddress, h5_info: { type: 'Wap' } },
})

/** The products of WeChat Pay: a page of phones, a QR code that a phone scans, and the cashier inside WeChat. */
export type Product = 'h5' | 'native' | 'jsapi'

export const productOf = ({ place }: Pick<PaymentRequest, 'place'>): Product =>
  place === 'browser' ? 'h5' : place === 'computer' ? 'native' : 'jsapi'

/** H5 payments name the buyer's address, and those in WeChat the buyer's openid. Whoever scans a QR code pays. */
function payerOf(request: PaymentRequest, openidName: 'openid' | 'sp_openid' | 'sub_openid'): object {
  const product = productOf(request)
  if (product === 'h5') return { scene_info: sceneOf(request) }
  return product === 'jsapi' ? { payer: { [openidName]: request.openid } } : {}
}

const commonFields = (request: PaymentRequest) => ({
  description: request.description,
  out_trade_no: request.number,
  time_expire: toChinaTime(request.expiresAt),
  notify_url: request.noticeUrl,
  amount: { total: request.amount, currency: CURRENCY },
})

/** The facts that all payments but combined ones give in the same fields. */
const readFacts = (fields: Fields) => ({
  number: requireText(fields, 'out_trade_no'),
  state: stateOf(fields),
  transactionId: textAt(fields, 'transaction_id'),
  amount: integerAt(objectAt(fields, 'amount'), 'total'),
  currency: textAt(objectAt(fields, 'amount'), 'currency'),
  paidAt: momentAt(fields, 'success_time'),
})

/** The most bytes of a reason. Source: https://pay.weixin.qq.com/doc/v3/partner/4012886219 (`reason`) */
const MAX_REASON_BYTES = 80

const refundFields = (request: RefundRequest) => ({
  out_trade_no: request.payment.number,
  out_refund_no: request.number,
  notify_url: request.noticeUrl,
  ...(request.reason ? { reason: clipBytes(request.reason, MAX_REASON_BYTES) } : {}),
  amount: { refund: request.amount, total: request.payment.amount, currency: CURRENCY },
})

const direct = ({ mchid, appid }: MerchantNumbers): RoleApi => ({
  prepay: (request) => ({
    path: `/v3/pay/transactions/${productOf(request)}`,
    body: { appid: request.appid ?? appid, mchid, ...commonFields(request), ...payerOf(request, 'openid') },
  }),
  query: ({ number }) => `/v3/pay/transactions/out-trade-no/${number}?mchid=${mchid}`,
  close: ({ number }) => ({ path: `/v3/pay/transactions/out-trade-no/${number}/close`, body: { mchid } }),
  readPayment: (fields) => ({
    ...readFacts(fields),
    merchant: requireText(fields, 'mchid'),
    appid: textAt(fields, 'appid'),
  }),
  refund: (request) => ({ path: '/v3/refund/domestic/refunds', body: refundFields(request) }),
  queryRefund: ({ number }) => `/v3/refund/domestic/refunds/${number}`,
  redirectRefund: ({ serviceId, number }) => ({
    path: `/v3/refund/domestic/refunds/${serviceId}/apply-abnormal-refund`,
    body: { out_refund_no: number },
  }),
})

/**
 * The payments of a partner and of a platform. The appid is the one that is bound to the signing merchant: its own, or that of the service
 * account in whose page the buyer is; the seller's own mini-program is named beside it.
 * Source: https://pay.weixin.qq.com/doc/v3/partner/4012523579 (`sp_appid`, `sub_appid`, `payer`)
 */
const partnerPayments = ({ mchid, appid }: MerchantNumbers): Pick<RoleApi, PaymentCalls> => ({
  prepay: (request) => {
    const isOfSeller = request.place === 'own-app' && request.appid !== undefined && request.appid !== appid
    return {
      path: `/v3/pay/partner/transactions/${productOf(request)}`,
      body: {
        ...{ sp_appid: isOfSeller ? appid : (request.appid ?? appid), sp_mchid: mchid },
        ...{ sub_mchid: request.merchant, ...(isOfSeller ? { sub_appid: request.appid } : {}) },
        ...commonFields(request),
        ...payerOf(request, isOfSeller ? 'sub_openid' : 'sp_openid'),
      },
    }
  },
  query: ({ number, merchant }) =>
    `/v3/pay/partner/transactions/out-trade-no/${number}?sp_mchid=${mchid}&sub_mchid=${merchant}`,
  close: ({ number, merchant }) => ({
    path: `/v3/pay/partner/transactions/out-trade-no/${number}/close`,
    body: { sp_mchid: mchid, sub_mchid: merchant },
  }),
  readPayment: (fields) => ({
    ...readFacts(fields),
    merchant: requireText(fields, 'sub_mchid'),
    appid: textAt(fields, 'sub_appid') ?? textAt(fields, 'sp_appid'),
  }),
})

type PaymentCalls = 'prepay' | 'query' | 'close' | 'readPayment'

const partner = (merchant: MerchantNumbers): RoleApi => ({
  ...partnerPayments(merchant),
  refund: (request) => ({
    path: '/v3/refund/domestic/refunds',
    body: { sub_mchid: request.payment.merchant, ...refundFields(request) },
  }),
  queryRefund: ({ number, payment }) => `/v3/refund/domestic/refunds/${number}?sub_mchid=${payment.merchant}`,
  redirectRefund: ({ serviceId, number, payment }) => ({
    path: `/v3/refund/domestic/refunds/${serviceId}/apply-abnormal-refund`,
    body: { sub_mchid: payment.merchant, out_refund_no: number },
  }),
})

const isCombined = (fields: Fields): boolean => 'sub_orders' in fields

/**
 * The platform's payments of releases until v0.1.0-2: combined orders of one order each, under the same number. They are still queried,
 * closed and read.
 * Source: https://pay.weixin.qq.com/doc/v3/partner/4012760633
 */
const combinedPayments = ({
  mchid,
  appid,
}: MerchantNumbers): Pick<RoleApi, Exclude<PaymentCalls, 'prepay'>> => ({
  query: ({ number }) => `/v3/combine-transactions/out-trade-no/${number}`,
  close: (payment) => ({
    path: `/v3/combine-transactions/out-trade-no/${payment.number}/close`,
    body: {
      combine_appid: payment.appid ?? appid,
      sub_orders: [{ mchid, sub_mchid: payment.merchant, out_trade_no: payment.number }],
    },
  }),
  readPayment: (fields) => {
    const orders = Array.isArray(fields.sub_orders) ? fields.sub_orders.filter(isFields) : []
    const order = orders[0] ?? {}
    const amount = objectAt(order, 'amount')
    return {
      number: requireText(order, 'out_trade_no'),
      state: stateOf(order),
      merchant: requireText(order, 'sub_mchid'),
      transactionId: textAt(order, 'transaction_id'),
      appid: textAt(fields, 'combine_appid'),
      amount: integerAt(amount, 'total_amount'),
      currency: textAt(amount, 'currency'),
      paidAt: momentAt(order, 'success_time'),
    }
  },
})

/** A platform pays as a partner, and refunds by calls of its own. Source: https://pay.weixin.qq.com/doc/v3/partner/4012476892 */
function platform(merchant: MerchantNumbers): RoleApi {
  const [single, combined] = [partnerPayments(merchant), combinedPayments(merchant)]
  return {
    prepay: single.prepay,
    query: (payment) => (payment.isCombined ? combined : single).query(payment),
    close: (payment) => (payment.isCombined ? combined : single).close(payment),
    readPayment: (fields) => (isCombined(fields) ? combined : single).readPayment(fields),
    refund: (request) => ({
      path: '/v3/ecommerce/refunds/apply',
      body: { sub_mchid: request.payment.merchant, sp_appid: merchant.appid, ...refundFields(request) },
    }),
    queryRefund: ({ number, payment }) =>
      `/v3/ecommerce/refunds/out-refund-no/${number}?sub_mchid=${payment.merchant}`,
    redirectRefund: ({ serviceId, number, payment }) => ({
      path: `/v3/ecommerce/refunds/${serviceId}/apply-abnormal-refund`,
      body: { sub_mchid: payment.merchant, out_refund_no: number },
    }),
  }
}

export const roleApis: Record<WechatPayRole, (merchant: MerchantNumbers) => RoleApi> = {
  direct,
  partner,
  platform,
}
