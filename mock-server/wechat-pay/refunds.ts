import { type TSchema, Type } from '@sinclair/typebox'
import { Exact } from '@/contract/shapes'
import { checkSeller, Refusal, type SigningMerchant } from './merchants'
import { AppId, checkBytes, MchId, NotifyUrl, parseBody, Text, TradeNo } from './prepay-request'
import type { Refund, Transaction, Transactions } from './transactions'

const YEAR_MS = 365 * 24 * 3_600_000
const MAX_REFUNDS = 50
/** Source: https://pay.weixin.qq.com/doc/v3/partner/4012886219 (`reason`) */
const MAX_REASON_BYTES = 80

const RefundNo = Type.String({ pattern: '^[0-9A-Za-z_\\-|*@]{1,64}$' })

const application = {
  transaction_id: Type.Optional(Text(1, 32)),
  out_trade_no: Type.Optional(TradeNo),
  out_refund_no: RefundNo,
  reason: Type.Optional(Text(1, 80)),
  notify_url: Type.Optional(NotifyUrl),
  funds_account: Type.Optional(Type.Union([Type.Literal('AVAILABLE'), Type.Literal('UNSETTLED')])),
  amount: Exact({
    refund: Type.Integer({ minimum: 1 }),
    total: Type.Integer({ minimum: 1 }),
    currency: Type.Literal('CNY'),
  }),
}

/** The body of an application by role; direct merchants and partners have no `sp_appid`, and direct ones no seller. */
const BODIES = {
  direct: Exact(application),
  partner: Exact({ ...application, sub_mchid: MchId }),
  platform: Exact({ ...application, sub_mchid: MchId, sp_appid: AppId }),
} as const

const refundedOf = ({ refunds }: Transaction) =>
  refunds.filter(({ status }) => status !== 'CLOSED').reduce((sum, { amount }) => sum + amount, 0)

/**
 * Applies for a refund; the same number again answers the refund it has made.
 * @throws Refusal for an unpaid payment, other amounts, more than was paid, more than fifty refunds, and a new one that the balance does not
 * cover.
 */
export function applyRefund(
  merchant: SigningMerchant,
  transactions: Transactions,
  text: string,
  { now, covers }: { now: number; covers(seller: string, amount: number): boolean },
): { transaction: Transaction; refund: Refund } {
  const body = parseBody(BODIES[merchant.role], text)
  checkBytes('reason', body.reason, MAX_REASON_BYTES)
  if (!body.out_trade_no && !body.transaction_id)
    throw new Refusal(400, 'PARAM_ERROR', '缺少 out_trade_no 或 transaction_id')
  const seller = 'sub_mchid' in body ? body.sub_mchid : undefined
  if (seller !== undefined) checkSeller(merchant, seller)
  const transaction = body.out_trade_no
    ? transactions.find(merchant, body.out_trade_no)
    : transactions.all().find((one) => one.transactionId === body.transaction_id && one.merchant === merchant)
  if (!transaction || (seller && transaction.seller !== seller))
    throw new Refusal(404, 'RESOURCE_NOT_EXISTS', '订单不存在')
  const { refund: amount, total } = body.amount
  const known = transaction.refunds.find(({ number }) => number === body.out_refund_no)
  if (known) {
    if (known.amount !== amount || total !== transaction.amount)
      throw new Refusal(400, 'PARAM_ERROR', '订单金额或退款金额与之前请求不一致')
    return { transaction, refund: known }
  }
  if (transaction.state !== 'SUCCESS') throw new Refusal(400, 'INVALID_REQUEST', '订单未支付')
  if (total !== transaction.amount) throw new Refusal(400, 'PARAM_ERROR', '订单金额与原订单不一致')
  if (now - (transaction.paidAt ?? 0) > YEAR_MS)
    throw new Refusal(400, 'INVALID_REQUEST', '订单已超过可退款的最大期限')
  if (transaction.refunds.length >= MAX_REFUNDS) throw new Refusal(403, 'RULE_LIMIT', '退款次数超过限制')
  if (refundedOf(transaction) + amount > transaction.amount)
    throw new Refusal(403, 'NOT_ENOUGH', '退款金额大于可退金额')
  if (!covers(transaction.seller, amount))
    throw new Refusal(403, 'NOT_ENOUGH', '基本账户余额不足，请充值后重新发起')
  const refund: Refund = {
    ...{ number: body.out_refund_no, id: `5030${transactions.nextId()}`, amount, reason: body.reason },
    ...{ noticeUrl: body.notify_url, status: 'PROCESSING', createdAt: now },
  }
  transaction.refunds.push(refund)
  return { transaction, refund }
}

/** Finds a refund by its number. @throws Refusal 404 */
export function findRefund(merchant: SigningMerchant, transactions: Transactions, number: string) {
  for (const transaction of transactions.all())
    if (transaction.merchant === merchant)
      for (const refund of transaction.refunds) if (refund.number === number) return { transaction, refund }
  throw new Refusal(404, 'RESOURCE_NOT_EXISTS', '退款单不存在')
}

const CARDS = [
  ...(['ICBC', 'ABC', 'BOC', 'CCB', 'PSBC', 'COMM', 'CMB', 'CITIC'] as const),
  ...(['CEB', 'CMBC', 'CIB', 'GDB', 'PAB', 'SPDB', 'NBCB'] as const),
].map((bank) => Type.Literal(`${bank}_DEBIT`))

const Sealed = Text(1, 1024)

/** The body of a redirection; direct merchants have no seller. */
const redirection = (seller: Record<string, TSchema>) =>
  Type.Union([
    Exact({ ...seller, out_refund_no: RefundNo, type: Type.Literal('MERCHANT_BANK_CARD') }),
    Exact({
      ...{ ...seller, out_refund_no: RefundNo, type: Type.Literal('USER_BANK_CARD') },
      ...{ bank_type: Type.Union(CARDS), bank_account: Sealed, real_name: Sealed },
    }),
  ])

const REDIRECTIONS = {
  direct: redirection({}),
  partner: redirection({ sub_mchid: MchId }),
  platform: redirection({ sub_mchid: MchId }),
}

/**
 * Pays a refund that is ABNORMAL to a card of the buyer or to the merchant's account. Numbers that end in 0000 are of no card.
 * @param open decrypts a field @throws Refusal
 */
export function redirectRefund(
  merchant: SigningMerchant,
  transactions: Transactions,
  { id, text, open }: { id: string; text: string; open(field: string): string },
): { transaction: Transaction; refund: Refund } {
  const body = parseBody(REDIRECTIONS[merchant.role], text)
  const account = body.type === 'MERCHANT_BANK_CARD' ? '商户基本账户' : cardOf(body, open)
  const found = findRefund(merchant, transactions, body.out_refund_no)
  const { transaction, refund } = found
  const seller = 'sub_mchid' in body ? body.sub_mchid : merchant.mchid
  if (refund.id !== id || seller !== transaction.seller)
    throw new Refusal(404, 'RESOURCE_NOT_EXISTS', '退款单不存在')
  if (refund.status !== 'ABNORMAL') throw new Refusal(400, 'INVALID_REQUEST', '退款单状态不是退款异常')
  Object.assign(refund, { account, status: 'PROCESSING' })
  return found
}

/** The card of a buyer, as `user_received_account` names it. @throws Refusal */
function cardOf(
  card: { bank_type: string; bank_account: string; real_name: string },
  open: (field: string) => string,
): string {
  const [number, name] = [open(card.bank_account), open(card.real_name)]
  if (name === '' || !/^\d{12,19}$/.test(number) || number.endsWith('0000'))
    throw new Refusal(400, 'PARAM_ERROR', '银行卡信息有误')
  return `${card.bank_type.replace('_DEBIT', '')}借记卡${number.slice(-4)}`
}
