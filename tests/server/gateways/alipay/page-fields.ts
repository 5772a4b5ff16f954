import { ADDRESS, BASE64, type FieldTable, NUMBER, optional, pages, TIME, text, YUAN } from './shared-fields'

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

/** The tables of the pages on which a buyer pays. */
export const pageTables: Readonly<Record<string, FieldTable>> = {
  'alipay.trade.wap.pay parameters': pageParameters(pages.wap, 'alipay.trade.wap.pay'),
  'alipay.trade.wap.pay content': [
    ...pageContent(pages.wap, 'QUICK_WAP_WAY', 9),
    optional('quit_url', pages.wap, { max: 400, pattern: ADDRESS }),
  ],

  'alipay.trade.page.pay parameters': pageParameters(pages.page, 'alipay.trade.page.pay'),
  'alipay.trade.page.pay content': pageContent(pages.page, 'FAST_INSTANT_TRADE_PAY', 11),
}
