import { toChinaTime } from '../../server/gateways/fields'
import { type Refund, type Transaction, tradeStateOf } from './transactions'

const timeOf = (at: number | undefined) => (at === undefined ? {} : { success_time: toChinaTime(at) })

const TRADE_TYPES = { h5: 'MWEB', native: 'NATIVE', jsapi: 'JSAPI' } as const

const tradeType = ({ product }: Transaction) => TRADE_TYPES[product]

const STATE_TEXTS: Record<string, string> = {
  SUCCESS: '支付成功',
  NOTPAY: '订单未支付',
  CLOSED: '订单已关闭',
  REFUND: '转入退款',
}

/** The facts of a payment that is not combined. */
const facts = (transaction: Transaction) => ({
  out_trade_no: transaction.number,
  trade_state: tradeStateOf(transaction),
  trade_state_desc: STATE_TEXTS[tradeStateOf(transaction)],
  trade_type: tradeType(transaction),
  ...(transaction.transactionId ? { transaction_id: transaction.transactionId, bank_type: 'OTHERS' } : {}),
  ...timeOf(transaction.paidAt),
  amount: {
    total: transaction.amount,
    payer_total: transaction.amount,
    currency: 'CNY',
    payer_currency: 'CNY',
  },
})

/** A payment as its role's query and notice describe it. */
export function paymentResource(transaction: Transaction): object {
  const { merchant, seller, appid, openid } = transaction
  if (merchant.role === 'direct')
    return { appid, mchid: seller, ...facts(transaction), ...(openid ? { payer: { openid } } : {}) }
  const isOwn = appid === transaction.merchantAppid
  if (!transaction.isCombined)
    return {
      ...{ sp_appid: transaction.merchantAppid, sp_mchid: merchant.mchid, sub_mchid: seller },
      ...(isOwn ? {} : { sub_appid: appid }),
      ...facts(transaction),
      ...(openid
        ? { payer: isOwn ? { sp_openid: openid } : { sp_openid: `sp-${openid}`, sub_openid: openid } }
        : {}),
    }
  return {
    ...{ combine_appid: appid, combine_mchid: merchant.mchid, combine_out_trade_no: transaction.number },
    sub_orders: [
      {
        ...{ mchid: merchant.mchid, sub_mchid: seller, out_trade_no: transaction.number },
        ...{ attach: transaction.number, trade_type: tradeType(transaction) },
        trade_state: tradeStateOf(transaction),
        ...(transaction.transactionId
          ? { transaction_id: transaction.transactionId, bank_type: 'OTHERS' }
          : {}),
        ...timeOf(transaction.paidAt),
        amount: {
          ...{ total_amount: transaction.amount, currency: 'CNY' },
          ...{ payer_amount: transaction.amount, payer_currency: 'CNY' },
        },
      },
    ],
    ...(openid ? { combine_payer_info: { openid } } : {}),
  }
}

/** The account that the money of a refund reaches, by default on the way of the payment. */
const receiverOf = ({ account = '支付用户零钱' }: Refund) => ({ user_received_account: account })

/** A refund as replies describe it; an application to a platform answers neither its state nor its payment. */
export function refundResource(transaction: Transaction, refund: Refund, isApplication: boolean): object {
  const { amount, transactionId } = transaction
  const created = {
    refund_id: refund.id,
    out_refund_no: refund.number,
    create_time: toChinaTime(refund.createdAt),
  }
  const refunded = { refund: refund.amount, payer_refund: refund.amount, discount_refund: 0, currency: 'CNY' }
  const isPlatform = transaction.merchant.role === 'platform'
  if (isPlatform && isApplication) return { ...created, amount: refunded }
  return {
    ...{ ...created, transaction_id: transactionId, out_trade_no: transaction.number },
    ...{ status: refund.status, channel: 'ORIGINAL', ...receiverOf(refund), ...timeOf(refund.settledAt) },
    amount: {
      ...refunded,
      ...(isPlatform
        ? {}
        : {
            ...{ total: amount, payer_total: amount },
            ...{ settlement_total: amount, settlement_refund: refund.amount },
          }),
    },
  }
}

/** A refund as its notice describes it. */
export function refundNotice(transaction: Transaction, refund: Refund): object {
  const { merchant, seller } = transaction
  const names =
    merchant.role === 'direct' ? { mchid: seller } : { sp_mchid: merchant.mchid, sub_mchid: seller }
  return {
    ...names,
    ...{ refund_id: refund.id, out_refund_no: refund.number, out_trade_no: transaction.number },
    ...{ transaction_id: transaction.transactionId, refund_status: refund.status },
    ...{ ...timeOf(refund.settledAt), ...receiverOf(refund) },
    amount: {
      ...{ total: transaction.amount, refund: refund.amount },
      ...{ payer_total: transaction.amount, payer_refund: refund.amount },
    },
  }
}
