import type { Generated } from 'kysely'
import type { Day } from '@/domain/day'
import type { LedgerAccount, LedgerCause } from '@/domain/payment/ledger'
import type { OnlineMethod } from '@/domain/payment/payment'
import type { ApplicantSubject, ApplicationState } from '@/domain/payment/payment-application'
import type { AttemptState } from '@/domain/payment/payment-attempt'
import type { BuyerPlace, WechatPayRole } from '@/domain/payment/payment-rights'
import type { PayoutState } from '@/domain/payment/payout'
import type { RefundReason, RefundState } from '@/domain/payment/refund'
import type { Flag, Json, Moment } from './column-types'

/**
 * An attempt to pay an order online. `number` is ours at the payment service, unique across shops. `refunded` is the sum of its refunds
 * that were not refused.
 */
export interface PaymentTable {
  shop_id: string
  id: string
  order_id: string
  payer_id: string
  request_hash: string
  number: string
  method: OnlineMethod
  /** The role of WeChat Pay; `null` for Alipay. */
  role: WechatPayRole | null
  place: BuyerPlace
  merchant: string
  /** The appid in which the buyer pays, and the buyer's openid within it; `null` outside of WeChat. */
  appid: string | null
  openid: string | null
  amount: number
  currency: string
  state: AttemptState
  refunded: Generated<number>
  /** The service's own number. */
  transaction_id: string | null
  created_at: Moment
  expires_at: Moment
  /** The time of the last query to the service; limits how often it is queried. */
  asked_at: Moment
  paid_at: Moment | null
  closed_at: Moment | null
  /** The fee that the service deducted for it, in fen; `null` until a statement names the fee. */
  fee: number | null
  /** The state of the shipping report to WeChat; `null` before the goods are sent. */
  shipping: 'queued' | 'reported' | null
  /** WeChat's error code when it last refused the report; `NO_PAYER` when the payer is unknown by now and no report is possible. */
  shipping_error: string | null
  /** As the service shows it to the payer; `null` for a payment that was begun before it was stored. */
  description: string | null
  /** 1 for a combined order (合单) of WeChat Pay. */
  combined: Generated<Flag>
}

/** The payment of a number, which a notice names without its shop. */
export interface PaymentNumberTable {
  number: string
  shop_id: string
  payment_id: string
}

/** A refund of a payment; `id` is its number at the payment service. */
export interface RefundTable {
  shop_id: string
  id: string
  order_id: string
  payment_id: string
  amount: number
  reason: RefundReason
  state: RefundState
  /** The service's error code while it refuses the refund. */
  last_error: string | null
  created_at: Moment
  settled_at: Moment | null
  /** The seller's note about it, and the id of the request; `null` for a refund by the system. */
  note: string | null
  request_id: string | null
  /** The fee that the service returned with it, as a negative amount. */
  fee: number | null
  /** The service's own number of it, once it is known. */
  service_id: string | null
  /** 1 when the service has paid it to the seller; the seller returns it in person. */
  sent_back: Generated<Flag>
  /** 1 when the service has paid it to the buyer although the seller had returned it in person. */
  returned_twice: Generated<Flag>
  /** 1 when the seller named a bank account of the buyer to which the service pays a failed refund. */
  to_account: Generated<Flag>
  /** 1 while the service pays a failed refund to the seller, who asked for that. */
  to_seller: Generated<Flag>
  /** How often it was requested, each time under a new number. */
  tries: Generated<number>
}

/** A day's statement of a payment service that was compared with what is recorded. */
export interface StatementCheckTable {
  service: string
  day: Day
  checked_at: Moment
  lines: number
  differences: Json
}

/** One movement of a shop's money, in fen. Rows are only added. `id` names what caused it, so that nothing is entered twice. */
export interface LedgerTable {
  shop_id: string
  id: string
  order_id: string
  cause: LedgerCause
  debit: LedgerAccount
  credit: LedgerAccount
  amount: number
  created_at: Moment
}

/** A payout of a seller of the platform to their bank account. `number` is ours at the payment service. */
export interface PayoutTable {
  /** The seller's shop; the oldest of several. */
  shop_id: string
  number: string
  merchant: string
  amount: number
  state: PayoutState
  /** Why the bank did not take it or sent it back, in the service's words. */
  reason: string | null
  created_at: Moment
  /** When it reached its state. */
  changed_at: Moment
}

/** Credentials of a payment service, sealed with a key that the database does not hold. */
export interface CredentialTable {
  name: string
  sealed: string
  updated_at: Moment
}

/** The last application of a shop to WeChat Pay; it holds nothing of the papers. */
export interface PaymentApplicationTable {
  shop_id: string
  /** Our number of it (`out_request_no`). */
  number: string
  subject: ApplicantSubject
  state: ApplicationState
  reasons: Json
  /** The page on which the seller signs or confirms. */
  url: string | null
  transfer: Json | null
  sent_at: Moment
  /** The time of the last query to the service. */
  asked_at: Moment
}
