import { type Condition, type Field, type Limits, may, must, mustIf } from '../fields/field-table'
import {
  ACCOUNT,
  BASE64,
  buyerLogonId,
  type FieldTable,
  NUMBER,
  optional,
  pages,
  SUM,
  TIME,
  TRADE_NO,
  text,
  tradeStates,
  YUAN,
} from './shared-fields'

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

/** The tables of a row of a bill and of a notice. */
export const noticeAndBillTables: Readonly<Record<string, FieldTable>> = {
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
