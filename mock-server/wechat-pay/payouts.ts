import { Type } from '@sinclair/typebox'
import { Exact } from '@/contract/shapes'
import { toChinaTime } from '../../server/gateways/fields'
import { feeOf } from './bill'
import { checkSeller, Refusal, type SigningMerchant } from './merchants'
import { checkBytes, MchId, parseBody, Text } from './prepay-request'
import type { Transaction, Transactions } from './transactions'

/** The time in ms that the bank takes for a payout: the next working day. */
const BANK_MS = 24 * 3_600_000
/** Source: https://pay.weixin.qq.com/doc/v3/partner/4012476656: payouts of the last ninety days are found. */
const FOUND_FOR_MS = 90 * 24 * 3_600_000
const ACCOUNT = 'BASIC'

/** Source: https://pay.weixin.qq.com/doc/v3/partner/4012476652 */
const Body = Exact({
  sub_mchid: MchId,
  out_request_no: Type.String({ pattern: '^[0-9A-Za-z]{1,32}$' }),
  amount: Type.Integer({ minimum: 1, maximum: 80_000_000_000 }),
  remark: Type.Optional(Text(1, 56)),
  bank_memo: Type.Optional(Text(1, 32)),
  account_type: Type.Optional(
    Type.Union([Type.Literal(ACCOUNT), Type.Literal('FEES'), Type.Literal('OPERATION')]),
  ),
})

interface Payout {
  merchant: SigningMerchant
  seller: string
  number: string
  id: string
  amount: number
  /** `INIT` waits for the same request again. */
  status: 'INIT' | 'CREATE_SUCCESS' | 'SUCCESS' | 'FAIL' | 'REFUND' | 'CLOSE'
  reason: string
  createdAt: number
  changedAt: number
}

/** The balances of a platform's sellers, and the payouts to their bank accounts. */
export class SellerAccounts {
  /** How payouts end at the bank. */
  payoutsEnd: 'SUCCESS' | 'FAIL' | 'CLOSE' = 'SUCCESS'
  /** True for a payment whose money is held until its goods are sent. */
  isHeld: (transaction: Transaction) => boolean = () => false
  private readonly payouts: Payout[] = []

  constructor(
    private readonly now: () => number,
    private readonly transactions: Transactions,
  ) {}

  /** The balance of a seller. @throws Refusal */
  readBalance(merchant: SigningMerchant, seller: string, query: URLSearchParams): object {
    checkSeller(merchant, seller)
    if ((query.get('account_type') ?? ACCOUNT) !== ACCOUNT)
      throw new Refusal(400, 'PARAM_ERROR', '参数错误：account_type')
    const { available, pending } = this.balanceOf(merchant, seller)
    return {
      sub_mchid: seller,
      ...{ account_type: ACCOUNT, available_amount: available, pending_amount: pending },
    }
  }

  /** True if the money of a seller covers a refund, of which the fee comes back. Money that is held counts. */
  coversRefund(merchant: SigningMerchant, seller: string, amount: number): boolean {
    const { available, pending } = this.balanceOf(merchant, seller)
    return amount - feeOf(amount) <= available + pending
  }

  /** Begins a payout; the same request again answers it. @throws Refusal */
  begin(merchant: SigningMerchant, text: string): object {
    const body = parseBody(Body, text)
    checkBytes('remark', body.remark, 56)
    const { sub_mchid: seller, out_request_no: number, amount } = body
    checkSeller(merchant, seller)
    const known = this.payouts.find((one) => one.merchant === merchant && one.number === number)
    if (known && (known.seller !== seller || known.amount !== amount))
      throw new Refusal(400, 'PARAM_ERROR', '请求重入时，参数与首次请求时不一致')
    const payout = known ?? this.create({ merchant, seller, number, amount })
    if (payout.status === 'INIT') {
      if (amount > this.balanceOf(merchant, seller).available)
        throw new Refusal(403, 'NOT_ENOUGH', '账户可用余额不足')
      Object.assign(payout, { status: 'CREATE_SUCCESS', createdAt: this.now(), changedAt: this.now() })
    }
    return {
      sub_mchid: seller,
      ...{ out_request_no: number, withdraw_id: payout.id, account_type: ACCOUNT },
    }
  }

  /** The state of a payout. @throws Refusal 404 */
  query(merchant: SigningMerchant, number: string, query: URLSearchParams): object {
    const payout = this.payouts.find((one) => one.merchant === merchant && one.number === number)
    if (!payout || this.now() - payout.createdAt > FOUND_FOR_MS)
      throw new Refusal(404, 'RESOURCE_NOT_EXISTS', '查询的资源不存在')
    if (query.get('sub_mchid') !== payout.seller) throw new Refusal(400, 'PARAM_ERROR', '参数错误：sub_mchid')
    const { seller, id, amount, status, reason, createdAt, changedAt } = this.settled(payout)
    return {
      ...{ sub_mchid: seller, sp_mchid: merchant.mchid, status, withdraw_id: id, out_request_no: number },
      ...{ amount, create_time: toChinaTime(createdAt), update_time: toChinaTime(changedAt) },
      ...{ reason, remark: '', bank_memo: '', account_type: ACCOUNT },
    }
  }

  /** Lets the bank return a payout that was made. */
  return(number: string, reason: string): void {
    const payout = this.payouts.find((one) => one.number === number)
    if (!payout || this.settled(payout).status !== 'SUCCESS') throw new Error(`${number} was not paid out`)
    Object.assign(payout, { status: 'REFUND', reason, changedAt: this.now() })
  }

  private create(request: Pick<Payout, 'merchant' | 'seller' | 'number' | 'amount'>): Payout {
    const [createdAt, id] = [this.now(), this.transactions.nextId()]
    const state = { status: 'INIT', reason: '', createdAt, changedAt: createdAt } as const
    const payout: Payout = { ...request, ...state, id }
    this.payouts.push(payout)
    return payout
  }

  /** A payout as the bank has settled it by now. */
  private settled(payout: Payout): Payout {
    if (payout.status === 'CREATE_SUCCESS' && this.now() - payout.createdAt >= BANK_MS)
      Object.assign(payout, {
        ...{ status: this.payoutsEnd, changedAt: this.now() },
        reason: this.payoutsEnd === 'SUCCESS' ? '' : '银行卡号或户名错误',
      })
    return payout
  }

  private balanceOf(merchant: SigningMerchant, seller: string): { available: number; pending: number } {
    const own = this.transactions
      .all()
      .filter((one) => one.merchant === merchant && one.seller === seller && one.state === 'SUCCESS')
    const pending = own.filter(this.isHeld)
    const paidOut = this.payouts
      .filter((one) => one.merchant === merchant && one.seller === seller)
      .filter((one) => ['CREATE_SUCCESS', 'SUCCESS'].includes(this.settled(one).status))
    return {
      available:
        sum(own.filter((one) => !this.isHeld(one)).map(leftOf)) - sum(paidOut.map(({ amount }) => amount)),
      pending: sum(pending.map(leftOf)),
    }
  }
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

/** What is left to the seller of a payment: fees are kept, and returned with refunds. */
const leftOf = ({ amount, refunds }: Transaction): number => {
  const returned = refunds
    .filter(
      ({ status, account }) => status !== 'CLOSED' && !(status === 'SUCCESS' && account?.startsWith('商户')),
    )
    .map((refund) => refund.amount - feeOf(refund.amount))
  return amount - feeOf(amount) - sum(returned)
}
