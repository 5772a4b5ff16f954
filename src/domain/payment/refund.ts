import type { Fen } from '../money'
import type { OnlineMethod } from './payment'
import type { ReturnReason } from './payment-attempt'

/**
 * `requested`: the payment service has been or will be asked for it. `failed`: the service could not return the money. `by-hand`: it could
 * not, and the seller returned it in person.
 */
export const refundStates = ['requested', 'done', 'failed', 'by-hand'] as const
export type RefundState = (typeof refundStates)[number]

/** Why money is returned. The first two return a payment that paid nothing; `by-seller` is a part or all of one, at the seller's will. */
export const refundReasons = ['order-closed', 'paid-twice', 'cancelled', 'after-sale', 'by-seller'] as const
export type RefundReason = (typeof refundReasons)[number]

/** True when the refunded payment has not paid its order. */
export const isReturnOfUnusedPayment = (reason: RefundReason): reason is ReturnReason =>
  reason === 'order-closed' || reason === 'paid-twice'

/**
 * The payment service whose error code says that the seller's balance there is too low for a refund; undefined for another code.
 * Sources: https://pay.weixin.qq.com/doc/v3/merchant/4012791862, https://opendocs.alipay.com/open-v3/054kaq.
 */
export function lowBalanceAt(code: string): OnlineMethod | undefined {
  if (code === 'NOT_ENOUGH') return 'wechat'
  return code.endsWith('SELLER_BALANCE_NOT_ENOUGH') ? 'alipay' : undefined
}

/** The fact about refunds that the texts of an order depend on: the payment service refuses one for now. */
export interface RefundRefusal {
  isRefundRefused?: boolean
}

/** Most refunds of one payment; WeChat Pay takes 50. Source: https://pay.weixin.qq.com/doc/v3/merchant/4012791862 */
export const MAX_REFUNDS = 20

/** Maximum length of what a seller says about a refund, which payment services show to the buyer. */
export const MAX_REFUND_NOTE_LENGTH = 40

/** The history actions of refunds that the service could not make: of a claim, and others. Their events have the amount. */
export const CLAIM_REFUND_FAILED = 'claim-refund-failed'
export const REFUND_FAILED = 'refund-failed'

/** The same of failed refunds that are under way again, or that the service made later. */
export const CLAIM_REFUND_RESUMED = 'claim-refund-resumed'
export const REFUND_RESUMED = 'refund-resumed'

/** The history action of a refund that the service made although the seller had returned the money in person. */
export const RETURNED_TWICE = 'returned-twice'

/** The seller's steps that return a part of the money of an order, or all that is left; `refund-all` ends with the order's refund. */
export const REFUND_PART = 'refund-part'
export const REFUND_ALL = 'refund-all'

/** The history action of money that has reached the buyer. */
export const SETTLE_REFUND = 'settle-refund'

/** How often a refund that the service closes is sent, each time under a new number. */
export const MAX_REFUND_TRIES = 3

/** The seller's step that returns in person what the service could not; for a claim it is `settle`. */
export const RETURN_BY_HAND = 'return-by-hand'

type History = readonly { action: string; amount?: Fen }[]

const since = (history: History, action: string): History =>
  history.slice(history.map((event) => event.action).lastIndexOf(action) + 1)

const sumOf = (history: History, action: string): Fen =>
  history.filter((event) => event.action === action).reduce((sum, { amount = 0 }) => sum + amount, 0)

/** Failed refunds of a history that were not resumed, in fen. */
const failedOf = (history: History, failed: string, resumed: string): Fen =>
  Math.max(0, sumOf(history, failed) - sumOf(history, resumed))

/** Failed refunds that the seller has not returned in person, without claims, in fen. */
export const unreturnedOf = (history: History): Fen =>
  failedOf(since(history, RETURN_BY_HAND), REFUND_FAILED, REFUND_RESUMED)

/** Failed refunds of claims that the seller has not returned in person, in fen. */
const unsettledOf = (history: History): Fen =>
  failedOf(since(history, 'settle'), CLAIM_REFUND_FAILED, CLAIM_REFUND_RESUMED)

/** Failed refunds that are still open, claims included, in fen. */
export const failedRefundsOf = (history: History): Fen => unreturnedOf(history) + unsettledOf(history)

/** The history actions of money that goes back: by the service, or in person after it could not. */
const returnActions = [SETTLE_REFUND, REFUND_PART, REFUND_ALL, RETURN_BY_HAND, 'settle']
const byHandActions = [RETURN_BY_HAND, 'settle']

/** True if the seller returned the last money in person because the service could not. Says nothing while money is on its way. */
export function isReturnedInPerson(history: History): boolean {
  const actions = history.map(({ action }) => action)
  const last = [...actions].reverse().find((action) => returnActions.includes(action))
  const hasFailed = actions.includes(REFUND_FAILED) || actions.includes(CLAIM_REFUND_FAILED)
  return hasFailed && last !== undefined && byHandActions.includes(last)
}

/** True while the money of a claim, which the service could not return, is not returned in person. */
export const isClaimRefundFailed = (history: History): boolean => unsettledOf(history) > 0

/**
 * The banks to whose debit cards WeChat Pay pays a refund that failed, by their names in its `bank_type`.
 * Source: https://pay.weixin.qq.com/doc/v3/partner/4015181616
 */
export const refundBanks = [
  ...(['ICBC', 'ABC', 'BOC', 'CCB', 'PSBC', 'COMM', 'CMB', 'CITIC'] as const),
  ...(['CEB', 'CMBC', 'CIB', 'GDB', 'PAB', 'SPDB', 'NBCB'] as const),
] as const
export type RefundBank = (typeof refundBanks)[number]

/** A debit card of the buyer, which is passed on to WeChat Pay and not stored. */
export interface RefundCard {
  bank: RefundBank
  /** The name of its owner. */
  name: string
  /** Its number: digits. */
  number: string
}
