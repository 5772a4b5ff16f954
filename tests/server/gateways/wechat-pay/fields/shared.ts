import { type Field, integer, type Limits, list, may, must, text } from '../../fields/field-table'

// lengths and conditions come from the numbered documents; where a stored document leaves out the parts of an object ("属性"), they come
// from its earlier edition on the same site, as binarywang/WxJava (weixin-java-pay, bean/ecommerce and bean/result) repeats it
// field by field, and from TheNorthMemory/wechatpay-openapi (docs/v3)

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?[+-]\d\d:\d\d$/
/** Also an address of a simulator on this machine, which is reached by HTTP. */
const PUBLIC_URL = /^(https:\/\/|http:\/\/127\.0\.0\.1:)[^?#]+$/

export const ID: Limits = { max: 32 }
export const TIME: Limits = { max: 64, pattern: RFC_3339 }
export const TRADE_NO: Limits = { min: 6, max: 32, pattern: /^[0-9A-Za-z_\-|*]+$/ }
export const REFUND_NO: Limits = { max: 64, pattern: /^[0-9A-Za-z_\-|*@]+$/ }
export const NOTICE_URL: Limits = { max: 255, pattern: PUBLIC_URL }
export const REFUND_NOTICE_URL: Limits = { min: 8, max: 256, pattern: PUBLIC_URL }
export const OPENID: Limits = { max: 128 }
export const ADDRESS: Limits = { max: 45, pattern: /^(?!127\.)[0-9a-fA-F.:]+$/ }
export const CURRENCY: Limits = { max: 16, values: ['CNY'] }
export const CENT: Limits = { min: 1 }
/** RSA-OAEP of 2048 bits in base64. */
export const SEALED = /^[A-Za-z0-9+/]{342}==$/

export const TRADE_TYPES = ['JSAPI', 'NATIVE', 'APP', 'MICROPAY', 'MWEB', 'FACEPAY']
export const TRADE_STATES = [
  ...['SUCCESS', 'REFUND', 'NOTPAY', 'CLOSED', 'REVOKED', 'USERPAYING', 'PAYERROR', 'ACCEPT'],
]

/** The parts of a discount in a payment. */
export const promotion: readonly Field[] = [
  list('promotion_detail', may),
  text('promotion_detail[].coupon_id', must, ID),
  text('promotion_detail[].name', may, { max: 64 }),
  text('promotion_detail[].scope', may, { max: 32, values: ['GLOBAL', 'SINGLE'] }),
  text('promotion_detail[].type', may, { max: 32, values: ['CASH', 'NOCASH'] }),
  integer('promotion_detail[].amount', must),
  text('promotion_detail[].stock_id', may, ID),
  integer('promotion_detail[].wechatpay_contribute', may),
  integer('promotion_detail[].merchant_contribute', may),
  integer('promotion_detail[].other_contribute', may),
  text('promotion_detail[].currency', may, CURRENCY),
  list('promotion_detail[].goods_detail', may),
  text('promotion_detail[].goods_detail[].goods_id', must, ID),
  integer('promotion_detail[].goods_detail[].quantity', must),
  integer('promotion_detail[].goods_detail[].unit_price', must),
  integer('promotion_detail[].goods_detail[].discount_amount', must),
  text('promotion_detail[].goods_detail[].goods_remark', may, { max: 128 }),
]
