import type { Field, FieldTable } from './fields'

/**
 * What Alipay publishes about each object that the server and the simulator send. The pages of opendocs.alipay.com are drawn by scripts, so
 * their tables were read in the description from which Alipay generates its SDKs (version 2026-09-23) and in copies of the pages: types,
 * enumerations and error codes in the former, lengths and what is required in the latter.
 */
const SPEC = 'https://github.com/alipay/alipay-sdk-java-all/blob/master/v3/api/openapi.yaml'
const specOf = (schema: string) => `${SPEC}#/components/schemas/${schema}`

const pages = {
  wap: 'https://opendocs.alipay.com/apis/api_1/alipay.trade.wap.pay',
  page: 'https://opendocs.alipay.com/open/028r8t',
  query: 'https://opendocs.alipay.com/apis/api_1/alipay.trade.query',
  close: 'https://opendocs.alipay.com/apis/api_1/alipay.trade.close',
  refund: 'https://opendocs.alipay.com/apis/api_1/alipay.trade.refund',
  refundQuery: 'https://opendocs.alipay.com/apis/api_1/alipay.trade.fastpay.refund.query',
  bill: 'https://opendocs.alipay.com/open/06fpmm',
  notice: 'https://opendocs.alipay.com/open/203/105286',
  request: 'https://opendocs.alipay.com/open-v3/054oog',
  requestSignature: 'https://opendocs.alipay.com/open-v3/054q58',
  replySignature: 'https://opendocs.alipay.com/open-v3/054d0z',
  errors: 'https://opendocs.alipay.com/open-v3/054fcv',
} as const

type Rest = Partial<Omit<Field, 'source'>>
const text = (source: string, rest: Rest = {}): Field => ({ type: 'text', need: 'required', source, ...rest })
const optional = (source: string, rest: Rest = {}): Field => text(source, { need: 'optional', ...rest })

const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/
/** Yuan with two decimals, from 0.01 to 100,000,000. */
const YUAN = /^(?!0+\.00$)(100000000\.00|\d{1,8}\.\d\d)$/
/** Yuan that may be zero. */
const SUM = /^\d{1,9}\.\d\d$/
const ACCOUNT = /^2088\d{12}$/
const NUMBER = /^[0-9A-Za-z_]+$/
const TRADE_NO = /^\d+$/
const ADDRESS = /^https?:\/\/[^\s<>]+$/
const BASE64 = /^[0-9A-Za-z+/]+={0,2}$/

const tradeStates = ['WAIT_BUYER_PAY', 'TRADE_CLOSED', 'TRADE_SUCCESS', 'TRADE_FINISHED']

/** The parameters of pages, without those of single methods. */
const pageParameters = (source: string, method: string): FieldTable => ({
  app_id: text(source, { max: 32, pattern: /^\d+$/ }),
  method: text(source, { max: 128, values: [method] }),
  format: optional(source, { max: 40, values: ['JSON'] }),
  return_url: optional(source, { max: 256, pattern: ADDRESS }),
  charset: text(source, { max: 10, values: ['utf-8', 'gbk', 'gb2312'] }),
  sign_type: text(source, { max: 10, values: ['RSA2', 'RSA'] }),
  sign: text(source, { max: 344, pattern: BASE64 }),
  timestamp: text(source, { max: 19, pattern: TIME }),
  version: text(source, { max: 3, values: ['1.0'] }),
  notify_url: optional(source, { max: 256, pattern: ADDRESS }),
  app_auth_token: optional(source, { max: 40 }),
  biz_content: text(source, { pattern: /^\{.+\}$/ }),
  alipay_sdk: optional('https://github.com/alipay/alipay-sdk-nodejs-all/blob/master/src/alipay.ts', {
    pattern: /^alipay-sdk-nodejs-\d/,
    unverified: 'no page names it; Alipay’s own SDK adds it to every page',
  }),
})

/** The content of pages, without the fields of single methods. */
const pageContent = (source: string, productCode: string): FieldTable => ({
  out_trade_no: text(source, { max: 64, pattern: NUMBER }),
  total_amount: text(source, {
    max: 9,
    pattern: YUAN,
    unverified: 'the length: the page names 9 for wap.pay and 11 for page.pay, but a range up to 100,000,000',
  }),
  subject: text(source, {
    max: 256,
    pattern: /^[^/=&]+$/,
    unverified: 'which characters beside /, = and & are special: the page says 等',
  }),
  product_code: text(source, { max: 64, values: [productCode] }),
  time_expire: optional(source, { max: 32, pattern: TIME }),
})

const TRADE_KEY: Pick<FieldTable, 'out_trade_no'> = {
  out_trade_no: text(specOf('AlipayTradeQueryModel'), {
    max: 64,
    pattern: NUMBER,
    need: { when: 'trade_no is absent', holds: ({ trade_no }) => trade_no === undefined },
  }),
}

const requestHeaders: FieldTable = {
  authorization: text(pages.requestSignature, {
    pattern:
      /^ALIPAY-SHA256withRSA app_id=\d+(,app_cert_sn=\w+)?,nonce=[\w-]+,timestamp=\d{13},sign=[0-9A-Za-z+/]+={0,2}$/,
  }),
  'alipay-request-id': text(pages.request, {
    pattern: /^[0-9A-Za-z]{32}$/,
    unverified: 'the length: the SDK sends a UUID without hyphens',
  }),
  'alipay-app-auth-token': optional(pages.request, { max: 40 }),
  'content-type': text(pages.request, {
    values: ['application/json'],
    need: { when: 'the request has a body', holds: ({ method }) => method === 'POST' },
  }),
  accept: text(pages.request, { values: ['application/json'] }),
  method: text(SPEC, { values: ['GET', 'POST'] }),
}

const replyHeaders: FieldTable = {
  'alipay-timestamp': text(pages.replySignature, { pattern: /^\d{13}$/ }),
  'alipay-nonce': text(pages.replySignature, {
    pattern: /^\w{1,64}$/,
    unverified: 'the length, which no source names',
  }),
  'alipay-signature': text(pages.replySignature, { pattern: BASE64 }),
  'content-type': text(pages.request, { pattern: /^application\/json(; ?charset=utf-8)?$/i }),
}

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

const errorReply = (schema: string, codes: readonly string[]): FieldTable => ({
  code: text(specOf(schema), { values: [...codes, ...commonCodes] }),
  message: text(specOf(schema), { pattern: /./ }),
  links: optional(specOf(schema), {
    pattern: /./,
    unverified: 'the type: a text in the description of the SDKs, a list of objects in the Node SDK',
  }),
})

const buyerLogonId = (source: string, need: Field['need']): Field =>
  text(source, { max: 100, need, pattern: /\*/ })

const billText = (rest: Rest = {}): Field => optional(pages.bill, { ...BILL_UNVERIFIED, max: 1024, ...rest })
const BILL_UNVERIFIED = {
  unverified: 'no page that lists the columns was found; three public readers of such files agree on them',
} as const
const billSum = billText({ pattern: /^-?\d{1,9}\.\d\d$/, need: 'required' })

/** The columns of the file of details, in their order. */
const billColumns: FieldTable = {
  支付宝交易号: billText({ need: 'required', max: 64, pattern: TRADE_NO }),
  商户订单号: billText({ need: 'required', max: 64, pattern: NUMBER }),
  业务类型: billText({ need: 'required', values: ['交易', '退款'] }),
  商品名称: billText({ need: 'required', max: 256 }),
  创建时间: billText({ need: 'required', pattern: TIME }),
  完成时间: billText({ need: 'required', pattern: TIME }),
  门店编号: billText({ need: 'required' }),
  门店名称: billText({ need: 'required' }),
  操作员: billText({ need: 'required' }),
  终端号: billText({ need: 'required' }),
  对方账户: billText({ need: 'required' }),
  '订单金额（元）': billSum,
  '商家实收（元）': billSum,
  '支付宝红包（元）': billSum,
  '集分宝（元）': billSum,
  '支付宝优惠（元）': billSum,
  '商家优惠（元）': billSum,
  '券核销金额（元）': billSum,
  券名称: billText({ need: 'required' }),
  '商家红包消费金额（元）': billSum,
  '卡消费金额（元）': billSum,
  '退款批次号/请求号': billText({ need: 'required', max: 64 }),
  '服务费（元）': billSum,
  '分润（元）': billSum,
  备注: billText({ need: 'required' }),
}

const notice = (rest: Rest = {}): Field => text(pages.notice, rest)
const noticeOption = (rest: Rest = {}): Field => optional(pages.notice, rest)

/** A table for every object that crosses the border between the server and Alipay. */
export const fieldTables: Readonly<Record<string, FieldTable>> = {
  'alipay.trade.wap.pay parameters': pageParameters(pages.wap, 'alipay.trade.wap.pay'),
  'alipay.trade.wap.pay content': {
    ...pageContent(pages.wap, 'QUICK_WAP_WAY'),
    quit_url: optional(pages.wap, { max: 400, pattern: ADDRESS }),
  },

  'v3 request headers': requestHeaders,
  'v3 reply headers': replyHeaders,

  'POST /v3/alipay/trade/query request': TRADE_KEY,
  'POST /v3/alipay/trade/query reply': {
    trade_no: optional(pages.query, { max: 64, pattern: TRADE_NO }),
    out_trade_no: text(pages.query, { max: 64, pattern: NUMBER }),
    buyer_logon_id: buyerLogonId(pages.query, 'optional'),
    trade_status: text(pages.query, { max: 32, values: tradeStates }),
    total_amount: text(pages.query, { max: 11, pattern: YUAN }),
    send_pay_date: optional(pages.query, { max: 32, pattern: TIME }),
  },
  'POST /v3/alipay/trade/query error': errorReply('AlipayTradeQueryErrorResponseModel', [
    'ACQ.SYSTEM_ERROR',
    'ACQ.INVALID_PARAMETER',
    'ACQ.TRADE_NOT_EXIST',
    'ACQ.ENTERPRISE_PAY_BIZ_ERROR',
  ]),

  'POST /v3/alipay/trade/close request': TRADE_KEY,
  'POST /v3/alipay/trade/close reply': {
    out_trade_no: optional(pages.close, { max: 64, pattern: NUMBER }),
    trade_no: optional(pages.close, { max: 64, pattern: TRADE_NO }),
  },
  'POST /v3/alipay/trade/close error': errorReply('AlipayTradeCloseErrorResponseModel', [
    'ACQ.SYSTEM_ERROR',
    'ACQ.TRADE_NOT_EXIST',
    'ACQ.TRADE_STATUS_ERROR',
    'ACQ.INVALID_PARAMETER',
    'ACQ.REASON_TRADE_STATUS_INVALID',
    'ACQ.REASON_ILLEGAL_STATUS',
  ]),

  'POST /v3/alipay/trade/refund request': {
    ...TRADE_KEY,
    refund_amount: text(pages.refund, { max: 11, pattern: YUAN }),
    out_request_no: text(pages.refund, {
      max: 64,
      pattern: /^[0-9A-Za-z_-]+$/,
      need: { when: 'a part is refunded, which each refund of the server may be', holds: () => true },
      unverified: 'the characters, which no source names',
    }),
    refund_reason: optional(pages.refund, { max: 256 }),
  },
  'POST /v3/alipay/trade/refund reply': {
    trade_no: text(pages.refund, { max: 64, pattern: TRADE_NO }),
    out_trade_no: text(pages.refund, { max: 64, pattern: NUMBER }),
    buyer_logon_id: buyerLogonId(pages.refund, 'required'),
    fund_change: optional(pages.refund, { max: 1, values: ['Y', 'N'] }),
    refund_fee: text(pages.refund, { max: 11, pattern: SUM }),
  },
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

  'POST /v3/alipay/trade/fastpay/refund/query request': {
    ...TRADE_KEY,
    out_request_no: text(pages.refundQuery, { max: 64, pattern: /^[0-9A-Za-z_-]+$/ }),
    query_options: optional(pages.refundQuery, {
      type: 'list',
      max: 1024,
      values: ['refund_detail_item_list', 'gmt_refund_pay', 'deposit_back_info'],
    }),
  },
  'POST /v3/alipay/trade/fastpay/refund/query reply': {
    trade_no: optional(pages.refundQuery, { max: 64, pattern: TRADE_NO }),
    out_trade_no: optional(pages.refundQuery, { max: 64, pattern: NUMBER }),
    out_request_no: optional(pages.refundQuery, { max: 64, pattern: /^[0-9A-Za-z_-]+$/ }),
    total_amount: optional(pages.refundQuery, { max: 11, pattern: YUAN }),
    refund_amount: optional(pages.refundQuery, { max: 11, pattern: YUAN }),
    refund_status: optional(pages.refundQuery, { max: 32, values: ['REFUND_SUCCESS'] }),
    gmt_refund_pay: optional(pages.refundQuery, { max: 32, pattern: TIME }),
  },
  'POST /v3/alipay/trade/fastpay/refund/query error': errorReply(
    'AlipayTradeFastpayRefundQueryErrorResponseModel',
    ['ACQ.SYSTEM_ERROR', 'ACQ.INVALID_PARAMETER', 'TRADE_NOT_EXIST', 'ACQ.TRADE_NOT_EXIST'],
  ),

  'GET /v3/alipay/data/dataservice/bill/downloadurl/query request': {
    bill_type: text(pages.bill, { max: 20, values: ['trade', 'signcustomer', 'merchant_act'] }),
    bill_date: text(pages.bill, { max: 15, pattern: /^\d{4}-\d\d(-\d\d)?$/ }),
  },
  'GET /v3/alipay/data/dataservice/bill/downloadurl/query reply': {
    bill_download_url: text(specOf('AlipayDataDataserviceBillDownloadurlQueryResponseModel'), {
      max: 2048,
      pattern: ADDRESS,
    }),
    bill_file_code: optional(specOf('AlipayDataDataserviceBillDownloadurlQueryResponseModel'), {
      values: ['EMPTY_DATA_WITH_BILL_FILE'],
    }),
  },
  'GET /v3/alipay/data/dataservice/bill/downloadurl/query error': errorReply(
    'AlipayDataDataserviceBillDownloadurlQueryErrorResponseModel',
    ['NO_BILL_DATA', 'INVAILID_ARGUMENTS', 'BILL_NOT_EXIST', 'UNKNOWN_ERROR', 'SYSTEM_RATE_LIMIT'],
  ),
  'row of a bill': billColumns,

  notice: {
    notify_time: notice({ pattern: TIME }),
    notify_type: notice({ max: 64, values: ['trade_status_sync'] }),
    notify_id: notice({ max: 128, pattern: /^\w+$/ }),
    app_id: notice({ max: 32, pattern: /^\d+$/ }),
    charset: notice({ max: 10, values: ['utf-8', 'gbk', 'gb2312'] }),
    version: notice({ max: 3, values: ['1.0'] }),
    sign_type: notice({ max: 10, values: ['RSA2', 'RSA'] }),
    sign: notice({
      max: 344,
      pattern: BASE64,
      unverified: 'the length: a copy of 2017 names 256, but a signature by a key of 2048 bits has 344',
    }),
    trade_no: notice({ max: 64, pattern: TRADE_NO }),
    out_trade_no: notice({ max: 64, pattern: NUMBER }),
    out_biz_no: noticeOption({ max: 64 }),
    buyer_logon_id: buyerLogonId(pages.notice, 'optional'),
    seller_id: noticeOption({ max: 30, pattern: ACCOUNT }),
    trade_status: noticeOption({ max: 32, values: tradeStates }),
    total_amount: noticeOption({ max: 11, pattern: YUAN }),
    refund_fee: noticeOption({ max: 11, pattern: SUM }),
    subject: noticeOption({ max: 256 }),
    gmt_create: noticeOption({ pattern: TIME }),
    gmt_payment: noticeOption({ pattern: TIME }),
    gmt_refund: noticeOption({ pattern: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?$/ }),
    gmt_close: noticeOption({ pattern: TIME }),
  },
}
