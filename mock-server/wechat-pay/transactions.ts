import { Refusal, type SigningMerchant } from './merchants'
import type { Prepayment } from './prepay-request'

const HOUR_MS = 3_600_000
/** A prepay id opens the cashier for two hours, as a QR code does; an H5 address for five minutes. */
const OPEN_MS = { jsapi: 2 * HOUR_MS, native: 2 * HOUR_MS, h5: 300_000 }
/** A payment without an expiry is closed after seven days. */
const DEFAULT_EXPIRY_MS = 7 * 24 * HOUR_MS
/** An earlier expiry is put off to one minute. */
const LEAST_EXPIRY_MS = 60_000

export interface Refund {
  number: string
  id: string
  amount: number
  reason: string | undefined
  noticeUrl: string | undefined
  status: 'PROCESSING' | 'SUCCESS' | 'CLOSED' | 'ABNORMAL'
  createdAt: number
  settledAt?: number
  /** The account that a refund has reached. */
  account?: string
}

export interface Transaction extends Prepayment {
  merchant: SigningMerchant
  createdAt: number
  expiresAt: number
  /** The first request; one with other parameters is refused. */
  request: string
  state: 'NOTPAY' | 'SUCCESS' | 'CLOSED'
  transactionId?: string
  paidAt?: number
  refunds: Refund[]
}

/** The payments of all merchants, by the number of the signing merchant and their own, and by prepay id. */
export class Transactions {
  private readonly byNumber = new Map<string, Transaction>()
  private readonly byPrepayId = new Map<string, { transaction: Transaction; issuedAt: number }>()
  private count = 0

  constructor(private readonly now: () => number) {}

  /**
   * Creates a payment, or repeats one with the same parameters, and returns a prepay id.
   * @throws Refusal for a number that is used with other parameters, paid or closed.
   */
  prepay(merchant: SigningMerchant, prepayment: Prepayment): string {
    const transaction = this.find(merchant, prepayment.number) ?? this.create(merchant, prepayment)
    if (transaction.request !== JSON.stringify(prepayment))
      throw new Refusal(403, 'OUT_TRADE_NO_USED', '请求重入时，参数与首次请求时不一致')
    if (transaction.state === 'SUCCESS') throw new Refusal(400, 'ORDERPAID', '该订单已支付')
    if (transaction.state === 'CLOSED') throw new Refusal(400, 'ORDER_CLOSED', '订单已关闭')
    const id = `wx${this.nextId()}`
    this.byPrepayId.set(id, { transaction, issuedAt: this.now() })
    return id
  }

  private create(merchant: SigningMerchant, prepayment: Prepayment): Transaction {
    const now = this.now()
    const expiresAt = prepayment.expiresAt ?? now + DEFAULT_EXPIRY_MS
    const transaction: Transaction = {
      ...prepayment,
      ...{ merchant, createdAt: now, request: JSON.stringify(prepayment), state: 'NOTPAY', refunds: [] },
      expiresAt: Math.max(expiresAt, now + LEAST_EXPIRY_MS),
    }
    this.byNumber.set(keyOf(merchant, prepayment.number), transaction)
    return transaction
  }

  /** Finds a payment and closes it when its time is over. */
  find(merchant: SigningMerchant, number: string): Transaction | undefined {
    const transaction = this.byNumber.get(keyOf(merchant, number))
    if (transaction?.state === 'NOTPAY' && this.now() >= transaction.expiresAt) transaction.state = 'CLOSED'
    return transaction
  }

  /** Finds a payment. @throws Refusal 404 */
  require(merchant: SigningMerchant, number: string): Transaction {
    const transaction = this.find(merchant, number)
    if (!transaction) throw new Refusal(404, 'ORDER_NOT_EXIST', '订单不存在')
    return transaction
  }

  /** The payment that a prepay id opens now; `undefined` for an unknown or old id. */
  byPrepay(prepayId: string): Transaction | undefined {
    const known = this.byPrepayId.get(prepayId)
    if (!known || this.now() - known.issuedAt > OPEN_MS[known.transaction.product]) return undefined
    return this.find(known.transaction.merchant, known.transaction.number)
  }

  /** Marks a payment as paid; false when it cannot be paid any more. */
  pay(transaction: Transaction): boolean {
    if (this.find(transaction.merchant, transaction.number)?.state !== 'NOTPAY') return false
    transaction.state = 'SUCCESS'
    transaction.transactionId = `4200${this.nextId()}`
    transaction.paidAt = this.now()
    return true
  }

  /** Closes an unpaid payment. @throws Refusal for a paid one. */
  close(transaction: Transaction): void {
    if (transaction.state === 'SUCCESS') throw new Refusal(400, 'ORDERPAID', '该订单已支付')
    transaction.state = 'CLOSED'
  }

  /** Finds a payment by WeChat Pay's own number, once it is paid. */
  byTransactionId(id: string): Transaction | undefined {
    return this.all().find(({ transactionId }) => transactionId === id)
  }

  all(): Transaction[] {
    return [...this.byNumber.values()]
  }

  nextId(): string {
    this.count++
    return `${this.now()}${String(this.count).padStart(11, '0')}`
  }
}

const keyOf = ({ mchid }: SigningMerchant, number: string) => `${mchid} ${number}`

/** The state of a payment as queries answer it. */
export const tradeStateOf = ({ state, refunds }: Transaction): string =>
  refunds.some(({ status }) => status !== 'CLOSED') ? 'REFUND' : state
