import { may, must, mustIf, texts, unless } from '../fields/field-table'
import {
  ADDRESS,
  BASE64,
  buyerLogonId,
  type FieldTable,
  NUMBER,
  optional,
  pages,
  SPEC,
  SUM,
  specOf,
  TIME,
  TRADE_NO,
  text,
  tradeStates,
  YUAN,
} from './shared-fields'

const TRADE_KEY: FieldTable = [
  text(
    'out_trade_no',
    specOf('AlipayTradeQueryModel'),
    {
      max: 64,
      pattern: NUMBER,
    },
    unless('trade_no'),
  ),
]

const requestHeaders: FieldTable = [
  text('authorization', pages.requestSignature, {
    pattern:
      /^ALIPAY-SHA256withRSA app_id=\d+(,app_cert_sn=\w+)?,nonce=[\w-]+,timestamp=\d{13},sign=[0-9A-Za-z+/]+={0,2}$/,
  }),
  text('alipay-request-id', pages.request, {
    pattern: /^[0-9A-Za-z]{32}$/,
    unverified: 'the length: the SDK sends a UUID without hyphens',
  }),
  optional('alipay-app-auth-token', pages.request, { max: 40 }),
  text(
    'content-type',
    pages.request,
    {
      values: ['application/json'],
    },
    mustIf(({ method }) => method === 'POST'),
  ),
  text('accept', pages.request, { values: ['application/json'] }),
  text('method', SPEC, { values: ['GET', 'POST'] }),
]

const replyHeaders: FieldTable = [
  text('alipay-timestamp', pages.replySignature, { pattern: /^\d{13}$/ }),
  text('alipay-nonce', pages.replySignature, {
    pattern: /^\w{1,64}$/,
    unverified: 'the length, which no doc names',
  }),
  text('alipay-signature', pages.replySignature, { pattern: BASE64 }),
  text('content-type', pages.request, { pattern: /^application\/json(; ?charset=utf-8)?$/i }),
]

export const refundQueryOptions = ['refund_detail_item_list', 'gmt_refund_pay', 'deposit_back_info']

/** Codes of the gateway, which every call may be answered with. */
const commonCodes = [
  'invalid-parameter',
  'invalid-method',
  'invalid-signature',
  'invalid-timestamp',
  'invalid-app-id',
  'invalid-app-auth-token',
  'app-call-limited',
  'method-call-limited',
  'unknow-error',
]

const errorReply = (schema: string, codes: readonly string[]): FieldTable => [
  text('code', specOf(schema), { values: [...codes, ...commonCodes] }),
  text('message', specOf(schema), { pattern: /\p{L}/u }),
  optional('links', specOf(schema), {
    pattern: /^\S+$/,
    unverified: 'the type: a text in the description of the SDKs, a list of objects in the Node SDK',
  }),
]

/** The tables of the calls of the API, and of the headers that all of them share. */
export const apiTables: Readonly<Record<string, FieldTable>> = {
  'v3 request headers': requestHeaders,
  'v3 reply headers': replyHeaders,

  'POST /v3/alipay/trade/query request': TRADE_KEY,
  'POST /v3/alipay/trade/query reply': [
    optional('trade_no', pages.query, { max: 64, pattern: TRADE_NO }),
    text('out_trade_no', pages.query, { max: 64, pattern: NUMBER }),
    buyerLogonId(pages.query, may),
    text('trade_status', pages.query, { max: 32, values: tradeStates }),
    text('total_amount', pages.query, { max: 11, pattern: YUAN }),
    optional('send_pay_date', pages.query, { max: 32, pattern: TIME }),
  ],
  'POST /v3/alipay/trade/query error': errorReply('AlipayTradeQueryErrorResponseModel', [
    'ACQ.SYSTEM_ERROR',
    'ACQ.INVALID_PARAMETER',
    'ACQ.TRADE_NOT_EXIST',
    'ACQ.ENTERPRISE_PAY_BIZ_ERROR',
  ]),

  'POST /v3/alipay/trade/close request': TRADE_KEY,
  'POST /v3/alipay/trade/close reply': [
    optional('out_trade_no', pages.close, { max: 64, pattern: NUMBER }),
    optional('trade_no', pages.close, { max: 64, pattern: TRADE_NO }),
  ],
  'POST /v3/alipay/trade/close error': errorReply('AlipayTradeCloseErrorResponseModel', [
    'ACQ.SYSTEM_ERROR',
    'ACQ.TRADE_NOT_EXIST',
    'ACQ.TRADE_STATUS_ERROR',
    'ACQ.INVALID_PARAMETER',
    'ACQ.REASON_TRADE_STATUS_INVALID',
    'ACQ.REASON_ILLEGAL_STATUS',
  ]),

  'POST /v3/alipay/trade/refund request': [
    ...TRADE_KEY,
    text('refund_amount', pages.refund, { max: 11, pattern: YUAN }),
    // required for parts, which every refund of the server may be
    text('out_request_no', pages.refund, {
      max: 64,
      pattern: /^[0-9A-Za-z_-]+$/,
      unverified: 'the characters, which no doc names',
    }),
    optional('refund_reason', pages.refund, { max: 256 }),
  ],
  'POST /v3/alipay/trade/refund reply': [
    text('trade_no', pages.refund, { max: 64, pattern: TRADE_NO }),
    text('out_trade_no', pages.refund, { max: 64, pattern: NUMBER }),
    buyerLogonId(pages.refund, must),
    optional('fund_change', pages.refund, { max: 1, values: ['Y', 'N'] }),
    text('refund_fee', pages.refund, { max: 11, pattern: SUM }),
  ],
  'POST /v3/alipay/trade/refund error': errorReply('AlipayTradeRefundErrorResponseModel', [
    'ACQ.SYSTEM_ERROR',
    'ACQ.INVALID_PARAMETER',
    'ACQ.SELLER_BALANCE_NOT_ENOUGH',
    'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL',
    'ACQ.TRADE_NOT_EXIST',
    'ACQ.TRADE_HAS_FINISHED',
    'ACQ.TRADE_STATUS_ERROR',
    'ACQ.DISCORDANT_REPEAT_REQUEST',
    'ACQ.REASON_TRADE_REFUND_FEE_ERR',
    'ACQ.TRADE_NOT_ALLOW_REFUND',
    'ACQ.TRADE_HAS_CLOSE',
  ]),

  'POST /v3/alipay/trade/fastpay/refund/query request': [
    ...TRADE_KEY,
    text('out_request_no', pages.refundQuery, { max: 64, pattern: /^[0-9A-Za-z_-]+$/ }),
    texts('query_options', may, { doc: pages.refundQuery, values: refundQueryOptions }),
  ],
  'POST /v3/alipay/trade/fastpay/refund/query reply': [
    optional('trade_no', pages.refundQuery, { max: 64, pattern: TRADE_NO }),
    optional('out_trade_no', pages.refundQuery, { max: 64, pattern: NUMBER }),
    optional('out_request_no', pages.refundQuery, { max: 64, pattern: /^[0-9A-Za-z_-]+$/ }),
    optional('total_amount', pages.refundQuery, { max: 11, pattern: YUAN }),
    optional('refund_amount', pages.refundQuery, { max: 11, pattern: YUAN }),
    optional('refund_status', pages.refundQuery, { max: 32, values: ['REFUND_SUCCESS'] }),
    optional('gmt_refund_pay', pages.refundQuery, { max: 32, pattern: TIME }),
  ],
  'POST /v3/alipay/trade/fastpay/refund/query error': errorReply(
    'AlipayTradeFastpayRefundQueryErrorResponseModel',
    ['ACQ.SYSTEM_ERROR', 'ACQ.INVALID_PARAMETER', 'TRADE_NOT_EXIST', 'ACQ.TRADE_NOT_EXIST'],
  ),

  'GET /v3/alipay/data/dataservice/bill/downloadurl/query request': [
    text('bill_type', pages.bill, { max: 20, values: ['trade', 'signcustomer', 'merchant_act'] }),
    text('bill_date', pages.bill, { max: 15, pattern: /^\d{4}-\d\d(-\d\d)?$/ }),
  ],
  'GET /v3/alipay/data/dataservice/bill/downloadurl/query reply': [
    text('bill_download_url', specOf('AlipayDataDataserviceBillDownloadurlQueryResponseModel'), {
      max: 2048,
      pattern: ADDRESS,
    }),
    optional('bill_file_code', specOf('AlipayDataDataserviceBillDownloadurlQueryResponseModel'), {
      values: ['EMPTY_DATA_WITH_BILL_FILE'],
    }),
  ],
  'GET /v3/alipay/data/dataservice/bill/downloadurl/query error': errorReply(
    'AlipayDataDataserviceBillDownloadurlQueryErrorResponseModel',
    ['NO_BILL_DATA', 'INVAILID_ARGUMENTS', 'BILL_NOT_EXIST', 'UNKNOWN_ERROR', 'SYSTEM_RATE_LIMIT'],
  ),
}
