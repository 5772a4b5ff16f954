import { type Condition, type Field, type Limits, may, must, text as toText } from '../fields/field-table'

/**
 * What Alipay publishes about each object that the server and the simulator send. The pages of opendocs.alipay.com are drawn by scripts, so
 * their tables were read in the description from which Alipay generates its SDKs (version 2026-09-23) and in copies of the pages: types,
 * enumerations and error codes in the former, lengths and what is required in the latter.
 */
export const SPEC = 'https://github.com/alipay/alipay-sdk-java-all/blob/master/v3/api/openapi.yaml'
export const specOf = (schema: string) => `${SPEC}#/components/schemas/${schema}`

export const pages = {
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

export type FieldTable = readonly Field[]

export const text = (path: string, doc: string, limits: Limits = {}, need: Condition = must): Field =>
  toText(path, need, { doc, ...limits })
export const optional = (path: string, doc: string, limits: Limits = {}): Field =>
  text(path, doc, limits, may)

export const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/
/** Yuan with two decimals, from 0.01 to 100,000,000. */
export const YUAN = /^(?!0+\.00$)(100000000\.00|\d{1,8}\.\d\d)$/
/** Yuan that may be zero. */
export const SUM = /^\d{1,9}\.\d\d$/
export const ACCOUNT = /^2088\d{12}$/
export const NUMBER = /^[0-9A-Za-z_]+$/
export const TRADE_NO = /^\d+$/
export const ADDRESS = /^https?:\/\/[^\s<>]+$/
export const BASE64 = /^[0-9A-Za-z+/]+={0,2}$/

export const tradeStates = ['WAIT_BUYER_PAY', 'TRADE_CLOSED', 'TRADE_SUCCESS', 'TRADE_FINISHED']

export const buyerLogonId = (doc: string, need: Condition): Field =>
  text('buyer_logon_id', doc, { max: 100, pattern: /\*/ }, need)
