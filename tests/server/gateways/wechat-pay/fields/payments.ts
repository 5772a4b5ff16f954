import {
  type Call,
  type Field,
  integer,
  list,
  type Message,
  may,
  must,
  mustIf,
  object,
  onlyIf,
  text,
} from '../../fields/field-table'
import { CURRENCY, ID, OPENID, promotion, TIME, TRADE_NO, TRADE_STATES, TRADE_TYPES } from './shared'

const isPaid = ({ trade_state }: Message) => trade_state === 'SUCCESS' || trade_state === 'REFUND'

const trade: readonly Field[] = [
  text('out_trade_no', must, TRADE_NO),
  text('transaction_id', mustIf(isPaid), ID),
  text('trade_type', may, { max: 16, values: TRADE_TYPES }),
  text('trade_state', must, { max: 32, values: TRADE_STATES }),
  text('trade_state_desc', must, { max: 256 }),
  text('bank_type', may, { max: 32 }),
  text('attach', may, { max: 128 }),
  text('success_time', mustIf(isPaid), TIME),
  object('payer', may),
  object('amount', mustIf(isPaid)),
  integer('amount.total', must),
  integer('amount.payer_total', may),
  text('amount.currency', may, CURRENCY),
  text('amount.payer_currency', may, CURRENCY),
  object('scene_info', may),
  text('scene_info.device_id', may, { max: 32 }),
  ...promotion,
]

/** A payment of a direct merchant, in replies and notices. */
export const directPayment: readonly Field[] = [
  text('appid', must, ID),
  text('mchid', must, ID),
  ...trade,
  text('payer.openid', must, OPENID),
]

/** A payment of a partner's or a platform's seller, in replies and notices. */
export const partnerPayment: readonly Field[] = [
  text('sp_appid', must, ID),
  text('sp_mchid', must, ID),
  text('sub_appid', may, ID),
  text('sub_mchid', must, ID),
  ...trade,
  text('payer.sp_openid', must, OPENID),
  text(
    'payer.sub_openid',
    onlyIf((_, { message }) => message.sub_appid !== undefined),
    OPENID,
  ),
]

/** A combined payment, in replies and notices. */
export const combinedPayment: readonly Field[] = [
  text('combine_appid', must, ID),
  text('combine_mchid', must, ID),
  text('combine_out_trade_no', must, { ...TRADE_NO, min: 2 }),
  object('scene_info', may),
  text('scene_info.device_id', may, { max: 32 }),
  list('sub_orders', must, { min: 1, max: 50 }),
  text('sub_orders[].mchid', must, ID),
  text('sub_orders[].sub_mchid', must, ID),
  text('sub_orders[].sub_appid', may, ID),
  text('sub_orders[].sub_openid', may, OPENID),
  text('sub_orders[].trade_type', must, { max: 16, values: TRADE_TYPES }),
  text('sub_orders[].trade_state', must, { max: 32, values: TRADE_STATES }),
  text('sub_orders[].bank_type', may, { max: 32 }),
  text('sub_orders[].attach', must, { max: 128 }),
  // the documents require both without a condition, which an order that nobody has paid cannot meet
  text('sub_orders[].success_time', mustIf(isPaid), TIME),
  text('sub_orders[].transaction_id', mustIf(isPaid), ID),
  text('sub_orders[].out_trade_no', must, { ...TRADE_NO, min: 2 }),
  object('sub_orders[].amount', must),
  integer('sub_orders[].amount.total_amount', must),
  text('sub_orders[].amount.currency', must, { max: 8, values: ['CNY'] }),
  integer('sub_orders[].amount.payer_amount', must),
  text('sub_orders[].amount.payer_currency', must, { max: 8, values: ['CNY'] }),
  object('combine_payer_info', may),
  text('combine_payer_info.openid', must, OPENID),
]

export const paymentCalls: readonly Call[] = [
  {
    name: 'query a payment, direct',
    ...{ method: 'GET', path: '/v3/pay/transactions/out-trade-no/{out_trade_no}' },
    docs: { direct: 'merchant/4012556352' },
    query: [text('mchid', must, ID)],
    reply: directPayment,
  },
  {
    name: 'close a payment, direct',
    ...{ method: 'POST', path: '/v3/pay/transactions/out-trade-no/{out_trade_no}/close' },
    docs: { direct: 'merchant/4012556398' },
    body: [text('mchid', must, ID)],
  },
  {
    name: 'query a payment, partner',
    ...{ method: 'GET', path: '/v3/pay/partner/transactions/out-trade-no/{out_trade_no}' },
    docs: {
      partner: 'docs/partner/apis/partner-query-order/partner-jsons/partner-query-by-out-trade-no.html',
      platform: 'docs/partner/apis/partner-query-order/partner-jsons/partner-query-by-out-trade-no.html',
    },
    query: [text('sp_mchid', must, ID), text('sub_mchid', must, ID)],
    reply: partnerPayment,
  },
  {
    name: 'close a payment, partner',
    ...{ method: 'POST', path: '/v3/pay/partner/transactions/out-trade-no/{out_trade_no}/close' },
    docs: {
      partner: 'docs/partner/apis/ecommerce-payment/close-order.html',
      platform: 'docs/partner/apis/ecommerce-payment/close-order.html',
    },
    body: [text('sp_mchid', must, ID), text('sub_mchid', must, ID)],
  },
  {
    name: 'query a combined payment',
    ...{ method: 'GET', path: '/v3/combine-transactions/out-trade-no/{combine_out_trade_no}' },
    docs: { platform: 'partner/4015973142' },
    reply: combinedPayment,
  },
  {
    name: 'close a combined payment',
    ...{ method: 'POST', path: '/v3/combine-transactions/out-trade-no/{combine_out_trade_no}/close' },
    docs: { platform: 'wiki/doc/apiv3/wxpay/pay/combine/chapter3_4.shtml' },
    body: [
      text('combine_appid', must, ID),
      list('sub_orders', must, { min: 1, max: 50 }),
      text('sub_orders[].mchid', must, ID),
      text('sub_orders[].out_trade_no', must, { ...TRADE_NO, min: 2 }),
      text('sub_orders[].sub_mchid', may, ID),
      text('sub_orders[].sub_appid', may, ID),
    ],
  },
]
