import { dayOf } from '@/domain/day'
import { toChinaTime } from '../../server/gateways/fields'
import { BILL_COLUMNS, toBillAmount } from '../../server/gateways/wechat-pay/statement'
import type { SigningMerchant } from './merchants'
import type { Refund, Transaction } from './transactions'

type Column = (typeof BILL_COLUMNS)[number]

/** WeChat Pay's fee, in ten-thousandths. */
const FEE_RATE = 60

/** The fee of an amount in fen, rounded to the nearest fen. */
export const feeOf = (amount: number): number => Math.round((amount * FEE_RATE) / 10_000)

const toRow = (cells: Partial<Record<Column, string>>) =>
  BILL_COLUMNS.map((column) => `\`${cells[column] ?? ''}`).join(',')

function rowOf(transaction: Transaction, at: number, refund?: Refund): string {
  const { merchant, seller } = transaction
  const sign = refund ? -1 : 1
  return toRow({
    交易时间: toChinaTime(at).slice(0, 19).replace('T', ' '),
    公众账号ID: transaction.appid,
    商户号: merchant.mchid,
    特约商户号: merchant.role === 'direct' ? '0' : seller,
    微信订单号: transaction.transactionId ?? '',
    商户订单号: transaction.number,
    用户标识: transaction.openid ?? '',
    交易类型: transaction.product === 'h5' ? 'MWEB' : 'JSAPI',
    交易状态: refund ? 'REFUND' : 'SUCCESS',
    货币种类: 'CNY',
    应结订单金额: toBillAmount(refund ? 0 : transaction.amount),
    商户退款单号: refund?.number ?? '0',
    微信退款单号: refund?.id ?? '0',
    退款金额: toBillAmount(refund?.amount ?? 0),
    手续费: toBillAmount(sign * feeOf(refund?.amount ?? transaction.amount)),
    费率: '0.60%',
    订单金额: toBillAmount(refund ? 0 : transaction.amount),
    申请退款金额: toBillAmount(refund?.amount ?? 0),
  })
}

/** The bill of all trades of a merchant on a day: payments by their time, refunds by the time of their application. */
export function billOf(merchant: SigningMerchant, transactions: readonly Transaction[], day: string): string {
  const own = transactions.filter((one) => one.merchant === merchant && one.transactionId)
  const rows = own.flatMap((transaction) => [
    ...(dayOf(transaction.paidAt ?? 0) === day ? [rowOf(transaction, transaction.paidAt ?? 0)] : []),
    ...transaction.refunds
      .filter(({ createdAt, status }) => dayOf(createdAt) === day && status !== 'CLOSED')
      .map((refund) => rowOf(transaction, refund.createdAt, refund)),
  ])
  const summary = ['总交易单数,应结订单总金额,退款总金额', `\`${rows.length},\`0.00,\`0.00`]
  return [BILL_COLUMNS.join(','), ...rows, ...summary, ''].join('\r\n')
}
