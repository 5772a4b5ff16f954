import {
  type Call,
  type Field,
  integer,
  list,
  type Message,
  may,
  must,
  mustFor,
  mustIf,
  object,
  text,
  under,
  unless,
} from '../../fields/field-table'
import { CENT, CURRENCY, ID, REFUND_NO, REFUND_NOTICE_URL, SEALED, TIME, TRADE_NO } from './shared'

const STATES = ['SUCCESS', 'CLOSED', 'PROCESSING', 'ABNORMAL']
const CHANNELS = ['ORIGINAL', 'BALANCE', 'OTHER_BALANCE', 'OTHER_BANKCARD']
const ACCOUNTS = ['UNSETTLED', 'AVAILABLE', 'UNAVAILABLE', 'OPERATION', 'BASIC', 'ECNY_BASIC']
const PAYERS = ['REFUND_SOURCE_PARTNER_ADVANCE', 'REFUND_SOURCE_SUB_MERCHANT']

const isDone = ({ status }: Message) => status === 'SUCCESS'

const sources: readonly Field[] = [
  list('from', may),
  text('from[].account', must, { max: 32, values: ['AVAILABLE', 'UNAVAILABLE'] }),
  integer('from[].amount', must, CENT),
]

/** Goods of a refund, which no call names. */
const goods: readonly Field[] = [
  list('goods_detail', may),
  text('goods_detail[].merchant_goods_id', must, ID),
  text('goods_detail[].wechatpay_goods_id', may, ID),
  text('goods_detail[].goods_name', may, { max: 256 }),
  integer('goods_detail[].unit_price', must),
  integer('goods_detail[].refund_amount', must),
  integer('goods_detail[].refund_quantity', must),
]

const application: readonly Field[] = [
  text('transaction_id', unless('out_trade_no'), ID),
  text('out_trade_no', unless('transaction_id'), TRADE_NO),
  text('out_refund_no', must, REFUND_NO),
  // 不可超过80个字节长度
  text('reason', may, { max: 80, inBytes: true }),
  text('notify_url', may, REFUND_NOTICE_URL),
  object('amount', must),
  integer('amount.refund', must, CENT),
  integer('amount.total', must, CENT),
  ...under('amount', sources),
]

const promotion: readonly Field[] = [
  list('promotion_detail', may),
  text('promotion_detail[].promotion_id', must, ID),
  text('promotion_detail[].scope', must, { max: 32, values: ['GLOBAL', 'SINGLE'] }),
  text('promotion_detail[].type', must, { max: 32, values: ['COUPON', 'DISCOUNT'] }),
  integer('promotion_detail[].amount', must),
  integer('promotion_detail[].refund_amount', must),
  ...goods.map((one) => ({ ...one, path: `promotion_detail[].${one.path}` })),
]

const found: readonly Field[] = [
  text('refund_id', must, ID),
  text('out_refund_no', must, REFUND_NO),
  text('transaction_id', must, ID),
  text('out_trade_no', must, TRADE_NO),
  text('success_time', mustIf(isDone), TIME),
  text('create_time', must, TIME),
  text('status', must, { max: 32, values: STATES }),
  text('funds_account', may, { max: 32, values: ACCOUNTS }),
  object('amount', must),
  integer('amount.refund', must),
  integer('amount.payer_refund', must),
  integer('amount.refund_fee', may),
  ...under('amount', sources),
  ...promotion,
]

/** A refund of a direct merchant or a partner, in every reply. */
const domestic: readonly Field[] = [
  ...found,
  text('channel', must, { max: 16, values: CHANNELS }),
  text('user_received_account', must, { max: 64 }),
  integer('amount.total', must),
  integer('amount.payer_total', must),
  integer('amount.settlement_refund', must),
  integer('amount.settlement_total', must),
  integer('amount.discount_refund', must),
  text('amount.currency', must, CURRENCY),
]

/** A refund of a platform's seller, when it is queried. */
const ecommerce: readonly Field[] = [
  ...found.map((one) =>
    // an earlier edition calls a closed refund REFUNDCLOSE
    one.path === 'status' ? { ...one, values: [...STATES, 'REFUNDCLOSE'] } : one,
  ),
  text('channel', may, { max: 16, values: CHANNELS }),
  text('user_received_account', mustIf(isDone), { max: 64 }),
  integer('amount.discount_refund', may),
  integer('amount.advance', may),
  text('amount.currency', may, { max: 18, values: ['CNY'] }),
  text('refund_account', may, { max: 32, values: PAYERS }),
]

const isToCard = ({ type }: Message) => type === 'USER_BANK_CARD'

/** The banks whose debit cards a refund can be sent to. */
const CARDS = [
  ...[
    'CMB_DEBIT',
    'COMM_DEBIT',
    'ABC_DEBIT',
    'CCB_DEBIT',
    'ICBC_DEBIT',
    'BOC_DEBIT',
    'PAB_DEBIT',
    'SPDB_DEBIT',
  ],
  ...['CITIC_DEBIT', 'CEB_DEBIT', 'CMBC_DEBIT', 'CIB_DEBIT', 'GDB_DEBIT', 'PSBC_DEBIT', 'NBCB_DEBIT'],
]

/** A refund that the buyer's account refused (退款异常): to a card of the buyer or to the merchant's account. */
const abnormal: readonly Field[] = [
  text('out_refund_no', must, REFUND_NO),
  text('type', must, { max: 32, values: ['USER_BANK_CARD', 'MERCHANT_BANK_CARD'] }),
  text('bank_type', mustIf(isToCard), { max: 16, values: CARDS }),
  text('bank_account', mustIf(isToCard), { max: 1024, pattern: SEALED }),
  text('real_name', mustIf(isToCard), { max: 1024, pattern: SEALED }),
]

export const refundCalls: readonly Call[] = [
  {
    name: 'refund',
    ...{ method: 'POST', path: '/v3/refund/domestic/refunds' },
    docs: { direct: 'wiki/doc/apiv3/apis/chapter3_5_9.shtml', partner: 'partner/4012886219' },
    body: [
      text('sub_mchid', mustFor('partner'), { ...ID, roles: ['partner'] }),
      ...application,
      text('funds_account', may, { max: 32, values: ['AVAILABLE', 'UNSETTLED'] }),
      text('amount.currency', must, CURRENCY),
      ...goods,
    ],
    reply: domestic,
  },
  {
    name: 'query a refund',
    ...{ method: 'GET', path: '/v3/refund/domestic/refunds/{out_refund_no}' },
    docs: {
      direct: 'merchant/4012556562',
      partner: 'docs/partner/apis/partner-miniprogram-payment/query-by-out-refund-no.html',
    },
    query: [text('sub_mchid', mustFor('partner'), { ...ID, roles: ['partner'] })],
    reply: domestic,
  },
  {
    name: 'refund of a platform',
    ...{ method: 'POST', path: '/v3/ecommerce/refunds/apply', docs: { platform: 'partner/4012476892' } },
    body: [
      text('sub_mchid', must, ID),
      text('sp_appid', must, ID),
      text('sub_appid', may, ID),
      ...application,
      text('amount.currency', may, { max: 18, values: ['CNY'] }),
      text('refund_account', may, { max: 32, values: PAYERS }),
      text('funds_account', may, { max: 32, values: ['AVAILABLE', 'UNSETTLED'] }),
    ],
    reply: [
      text('refund_id', must, ID),
      text('out_refund_no', must, REFUND_NO),
      text('create_time', must, TIME),
      object('amount', must),
      integer('amount.refund', must),
      integer('amount.payer_refund', must),
      integer('amount.discount_refund', may),
      integer('amount.advance', may),
      text('amount.currency', may, { max: 18, values: ['CNY'] }),
      ...under('amount', sources),
      ...promotion,
      text('refund_account', may, { max: 32, values: PAYERS }),
    ],
  },
  {
    name: 'query a refund of a platform',
    ...{ method: 'GET', path: '/v3/ecommerce/refunds/out-refund-no/{out_refund_no}' },
    docs: { platform: 'docs/partner/apis/ecommerce-refund/refunds/query-refund-by-out-refund-no.html' },
    query: [text('sub_mchid', must, ID)],
    reply: ecommerce,
  },
  {
    name: 'refund to a card',
    ...{ method: 'POST', path: '/v3/refund/domestic/refunds/{refund_id}/apply-abnormal-refund' },
    docs: {
      direct: 'docs/merchant/apis/refund/refunds/create-abnormal-refund.html',
      partner: 'partner/4017150905',
    },
    isSealed: true,
    body: [text('sub_mchid', mustFor('partner'), { ...ID, roles: ['partner'] }), ...abnormal],
    reply: domestic,
  },
  {
    name: 'refund to a card, platform',
    ...{ method: 'POST', path: '/v3/ecommerce/refunds/{refund_id}/apply-abnormal-refund' },
    docs: { platform: 'partner/4015181616' },
    isSealed: true,
    body: [text('sub_mchid', must, ID), ...abnormal],
    reply: ecommerce,
  },
]
