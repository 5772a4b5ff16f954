import {
  type Condition,
  type Field,
  type Limits,
  may,
  must,
  mustIf,
  texts,
  text as toText,
  unless,
} from '../fields/field-table'

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
} as const

type FieldTable = readonly Field[]

const text = (path: string, doc: string, limits: Limits = {}, need: Condition = must): Field =>
  toText(path, need, { doc, ...limits })
const optional = (path: string, doc: string, limits: Limits = {}): Field => text(path, doc, limits, may)

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
const pageParameters = (doc: string, method: string): FieldTable => [
  text('app_id', doc, { max: 32, pattern: /^\d+$/ }),
  text('method', doc, { max: 128, values: [method] }),
  optional('format', doc, { max: 40, values: ['JSON'] }),
  optional('return_url', doc, { max: 256, pattern: ADDRESS }),
  text('charset', doc, { max: 10, values: ['utf-8', 'gbk', 'gb2312'] }),
  text('sign_type', doc, { max: 10, values: ['RSA2', 'RSA'] }),
  text('sign', doc, { max: 344, pattern: BASE64 }),
  text('timestamp', doc, { max: 19, pattern: TIME }),
  text('version', doc, { max: 3, values: ['1.0'] }),
  optional('notify_url', doc, { max: 256, pattern: ADDRESS }),
  optional('app_auth_token', doc, { max: 40 }),
  text('biz_content', doc, { pattern: /^\{.+\}$/ }),
  optional('alipay_sdk', 'https://github.com/alipay/alipay-sdk-nodejs-all/blob/master/src/alipay.ts', {
    pattern: /^alipay-sdk-nodejs-\d/,
    unverified: 'no page names it; Alipay’s own SDK adds it to every page',
  }),
]

/** The content of pages, without the fields of single methods. */
const pageContent = (doc: string, productCode: string, maxAmount: number): FieldTable => [
  text('out_trade_no', doc, { max: 64, pattern: NUMBER }),
  text('total_amount', doc, {
    max: maxAmount,
    pattern: YUAN,
    unverified: 'the length, which is less than that of the greatest amount that the page allows',
  }),
  text('subject', doc, {
    max: 256,
    pattern: /^[^/=&\p{Cc}]+$/u,
    unverified: 'which characters beside /, = and & are special: the page says 等',
  }),
  text('product_code', doc, { max: 64, values: [productCode] }),
  optional('time_expire', doc, { max: 32, pattern: TIME }),
]

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

const buyerLogonId = (doc: string, need: Condition): Field =>
  text('buyer_logon_id', doc, { max: 100, pattern: /\*/ }, need)

const billText = (column: string, limits: Limits = {}, need: Condition = must): Field =>
  text(
    column,
    pages.bill,
    {
      unverified:
        'no page that lists the columns was found; three public readers of such files agree on them',
      ...limits,
    },
    need,
  )
/** A column that may be empty. */
const billOption = (column: string, limits: Limits = {}): Field =>
  billText(column, { max: 1024, ...limits }, may)
const billSum = (column: string): Field => billText(column, { pattern: /^-?\d{1,9}\.\d\d$/ })

/** The columns of the file of details, in their order. */
const billColumns: FieldTable = [
  billText('支付宝交易号', { max: 64, pattern: TRADE_NO }),
  billText('商户订单号', { max: 64, pattern: NUMBER }),
  billText('业务类型', { values: ['交易', '退款'] }),
  billText('商品名称', { max: 256 }),
  billText('创建时间', { pattern: TIME }),
  billText('完成时间', { pattern: TIME }),
  billOption('门店编号'),
  billOption('门店名称'),
  billOption('操作员'),
  billOption('终端号'),
  billOption('对方账户'),
  billSum('订单金额（元）'),
  billSum('商家实收（元）'),
  billSum('支付宝红包（元）'),
  billSum('集分宝（元）'),
  billSum('支付宝优惠（元）'),
  billSum('商家优惠（元）'),
  billSum('券核销金额（元）'),
  billOption('券名称'),
  billSum('商家红包消费金额（元）'),
  billSum('卡消费金额（元）'),
  billText(
    '退款批次号/请求号',
    { max: 64 },
    mustIf(({ 业务类型 }) => 业务类型 === '退款'),
  ),
  billSum('服务费（元）'),
  billSum('分润（元）'),
  billOption('备注'),
]

const notice = (path: string, limits: Limits): Field => text(path, pages.notice, limits)
const noticeOption = (path: string, limits: Limits): Field => optional(path, pages.notice, limits)

/** A table for every object that crosses the border between the server and Alipay. */
export const fieldTables: Readonly<Record<string, FieldTable>> = {
  'alipay.trade.wap.pay parameters': pageParameters(pages.wap, 'alipay.trade.wap.pay'),
  'alipay.trade.wap.pay content': [
    ...pageContent(pages.wap, 'QUICK_WAP_WAY', 9),
    optional('quit_url', pages.wap, { max: 400, pattern: ADDRESS }),
  ],

  'alipay.trade.page.pay parameters': pageParameters(pages.page, 'alipay.trade.page.pay'),
  'alipay.trade.page.pay content': pageContent(pages.page, 'FAST_INSTANT_TRADE_PAY', 11),

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
  'row of a bill': billColumns,

  notice: [
    notice('notify_time', { pattern: TIME }),
    notice('notify_type', { max: 64, values: ['trade_status_sync'] }),
    notice('notify_id', { max: 128, pattern: /^\w+$/ }),
    notice('app_id', { max: 32, pattern: /^\d+$/ }),
    notice('charset', { max: 10, values: ['utf-8', 'gbk', 'gb2312'] }),
    notice('version', { max: 3, values: ['1.0'] }),
    notice('sign_type', { max: 10, values: ['RSA2', 'RSA'] }),
    notice('sign', {
      max: 344,
      pattern: BASE64,
      unverified: 'the length: a copy of 2017 names 256, but a signature by a key of 2048 bits has 344',
    }),
    notice('trade_no', { max: 64, pattern: TRADE_NO }),
    notice('out_trade_no', { max: 64, pattern: NUMBER }),
    noticeOption('out_biz_no', { max: 64 }),
    buyerLogonId(pages.notice, may),
    noticeOption('seller_id', { max: 30, pattern: ACCOUNT }),
    noticeOption('trade_status', { max: 32, values: tradeStates }),
    noticeOption('total_amount', { max: 11, pattern: YUAN }),
    noticeOption('refund_fee', { max: 11, pattern: SUM }),
    noticeOption('subject', { max: 256 }),
    noticeOption('gmt_create', { pattern: TIME }),
    noticeOption('gmt_payment', { pattern: TIME }),
    noticeOption('gmt_refund', { pattern: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?$/ }),
    noticeOption('gmt_close', { pattern: TIME }),
  ],
}
