import type { AlipaySdk } from 'alipay-sdk'
import { type Fields, requireText, textAt } from '../fields'
import {
  GatewayError,
  type GatewayPayment,
  type GatewayPaymentState,
  type GatewayRefund,
  type PaymentGateway,
} from '../payment-gateway'
import { toFen, toYuan } from './amount'
import { toPageRequest } from './page-request'
import { readStatement } from './statement'
import { toMoment } from './time'

export interface AlipaySettings {
  appid: string
  /** The Alipay account (2088…) that owns the application. */
  merchant: string
  /** Tokens (`app_auth_token`) of sellers who let the application take their payments, by account. */
  sellers: Readonly<Record<string, string>>
}

const TIMEOUT_MS = 8000

/** The trade that a page was prepared for is created when the buyer opens it. */
const UNKNOWN_TRADE = /TRADE_NOT_EXIST$/

/**
 * Codes after which the same request has to be repeated. The HTTP client sends a request again when its connection breaks; the second is
 * refused by its nonce, and what became of the first is unknown.
 */
const BUSY =
  /SYSTEM_(ERROR|BUSY)|SERVICE_BUSY|UNKNOWN?[-_]ERROR|gateway-busy|CALL[-_]LIMITED|RATE_LIMIT|nonce/i

const STATES: Record<string, GatewayPaymentState> = {
  WAIT_BUYER_PAY: 'open',
  TRADE_SUCCESS: 'paid',
  TRADE_FINISHED: 'paid',
  TRADE_CLOSED: 'closed',
}

/** Reads a trade as replies and notices describe it. @throws GatewayError for an unknown state. */
function readTrade(fields: Fields, merchant: string): GatewayPayment {
  const status = requireText(fields, 'trade_status')
  const state = STATES[status]
  if (!state) throw new GatewayError('unavailable', 'BAD_REPLY', `an unknown state: ${status}`)
  return {
    number: requireText(fields, 'out_trade_no'),
    state,
    merchant,
    transactionId: textAt(fields, 'trade_no'),
    amount: toFen(textAt(fields, 'total_amount')),
    // trades of these products are in CNY only, and no field names it
    currency: 'CNY',
    paidAt: toMoment(textAt(fields, 'gmt_payment') ?? textAt(fields, 'send_pay_date')),
  }
}

interface RequestError {
  code?: string
  responseHttpStatus?: number
}

/** Translates an error of the SDK. Its message may quote the reply and is left out. */
function toGatewayError(error: unknown): GatewayError {
  const { code, responseHttpStatus: status } = error as RequestError
  if (code === 'response-signature-verify-error')
    return new GatewayError('forged', code, 'the reply is not signed by Alipay')
  if (code === undefined || status === undefined || status >= 500 || BUSY.test(code))
    return new GatewayError('unavailable', code ?? 'NO_ANSWER', 'Alipay did not answer')
  return new GatewayError('rejected', code, `Alipay rejected the request: ${code}`)
}

/**
 * Creates the gateway to Alipay: the pages `alipay.trade.wap.pay` and `alipay.trade.page.pay`, and API v3 for everything else. Sources:
 * https://opendocs.alipay.com/open/203/107090 (手机网站支付), https://opendocs.alipay.com/open/028r8t (电脑网站支付),
 * https://opendocs.alipay.com/open-v3/054kaq.
 */
export function createAlipay(sdk: AlipaySdk, settings: AlipaySettings, clock: () => number): PaymentGateway {
  const { appid, merchant: owner, sellers } = settings

  /** The authorization to act for a seller. @throws GatewayError when the seller has given none. */
  function authorizationOf(merchant: string): { appAuthToken?: string } {
    if (merchant === owner) return {}
    const appAuthToken = sellers[merchant]
    if (appAuthToken) return { appAuthToken }
    throw new GatewayError('rejected', 'NO_AUTHORIZATION', 'the seller has not authorized the application')
  }

  async function call(path: string, merchant: string, body: object): Promise<Fields> {
    const authorization = authorizationOf(merchant)
    try {
      const reply = await sdk.curl<Fields>('POST', path, {
        body,
        ...authorization,
        requestTimeout: TIMEOUT_MS,
      })
      return reply.data ?? {}
    } catch (error) {
      throw toGatewayError(error)
    }
  }

  return {
    async prepare(request) {
      const { method, params } = toPageRequest(request, clock())
      const url = sdk.pageExecute(method, 'GET', { ...authorizationOf(request.merchant), ...params })
      return { kind: 'redirect', url }
    },

    async query({ number, merchant }) {
      try {
        return readTrade(await call('/v3/alipay/trade/query', merchant, { out_trade_no: number }), merchant)
      } catch (error) {
        if (error instanceof GatewayError && UNKNOWN_TRADE.test(error.code))
          return { number, merchant, state: 'open' }
        throw error
      }
    },

    async close({ number, merchant }) {
      try {
        await call('/v3/alipay/trade/close', merchant, { out_trade_no: number })
      } catch (error) {
        if (!(error instanceof GatewayError) || !UNKNOWN_TRADE.test(error.code)) throw error
      }
    },

    async refund({ number, payment, amount, reason }) {
      const fields = await call('/v3/alipay/trade/refund', payment.merchant, {
        out_trade_no: payment.number,
        out_request_no: number,
        refund_amount: toYuan(amount),
        ...(reason ? { refund_reason: reason } : {}),
      })
      // `N` says that this request moved nothing, because an earlier one has, or that it is under way
      return { number, state: textAt(fields, 'fund_change') === 'Y' ? 'done' : 'processing' }
    },

    async queryRefund({ number, payment }): Promise<GatewayRefund> {
      const fields = await call('/v3/alipay/trade/fastpay/refund/query', payment.merchant, {
        out_trade_no: payment.number,
        out_request_no: number,
        query_options: ['gmt_refund_pay'],
      })
      return {
        number,
        state: textAt(fields, 'refund_status') === 'REFUND_SUCCESS' ? 'done' : 'processing',
        amount: toFen(textAt(fields, 'refund_amount')),
        settledAt: toMoment(textAt(fields, 'gmt_refund_pay')),
      }
    },

    statementOf: owner,
    statement: (day) =>
      readStatement(sdk, day, owner).catch((error: unknown) => {
        throw error instanceof GatewayError ? error : toGatewayError(error)
      }),

    readNotice(_, body) {
      const fields = Object.fromEntries(new URLSearchParams(body))
      // another algorithm than ours would be a weaker one
      const isSigned = fields.sign_type === 'RSA2' && sdk.checkNotifySignV2(fields)
      if (!isSigned) throw new GatewayError('forged', 'SIGNATURE', 'a notice is not signed by Alipay')
      if (fields.app_id !== appid)
        throw new GatewayError('forged', 'APP_ID', 'a notice of another application')
      const trade = readTrade(fields, requireText(fields, 'seller_id'))
      // a trade that was refunded in full is closed as well
      return { kind: 'payment', payment: trade }
    },
  }
}
