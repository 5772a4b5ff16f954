import type { BuyerPlace } from '@/domain/payment/payment-rights'
import type { RefundCard } from '@/domain/payment/refund'
import type { CashierParams } from './wechat-pay/signature'

/** The parameters with which a phone opens the till. */
export type Till =
  | { kind: 'wechat-cashier'; params: CashierParams }
  | { kind: 'redirect'; url: string }
  | { kind: 'qr-code'; text: string }

/** A payment attempt, as it is requested from the gateway. */
export interface PaymentRequest {
  /** Our number (`out_trade_no`): 6 to 32 characters, unique across shops. */
  number: string
  /** The seller's merchant number at the service. */
  merchant: string
  /** The appid in which the buyer is, and the buyer's openid within it; both absent outside WeChat. */
  appid?: string | undefined
  openid?: string | undefined
  place: BuyerPlace
  /** In fen, at least 1. */
  amount: number
  /** Shown to the buyer, at most 127 characters. */
  description: string
  /** Epoch milliseconds. */
  expiresAt: number
  /** The buyer's address, which payments outside of WeChat name. */
  clientAddress?: string | undefined
  /** The URL to which the service sends its notice. */
  noticeUrl: string
  /** The URL to which a browser returns after paying. */
  returnUrl?: string | undefined
}

/** `open`: not paid yet, or unknown to the service; `closed`: will never be paid. */
export type GatewayPaymentState = 'open' | 'paid' | 'closed' | 'refunded'

/** A payment as the service reports it. Its facts are compared with the attempt before anything is recorded. */
export interface GatewayPayment {
  number: string
  state: GatewayPaymentState
  merchant: string
  /** The service's own number, once paid. */
  transactionId?: string | undefined
  appid?: string | undefined
  /** In fen. */
  amount?: number | undefined
  currency?: string | undefined
  /** Epoch milliseconds. */
  paidAt?: number | undefined
}

/** The key of a payment at its service; the appid is the one with which the payment was prepared. */
export interface PaymentKey extends Pick<PaymentRequest, 'number' | 'merchant' | 'appid'> {
  /** True for a combined order (合单) of WeChat Pay. */
  isCombined?: boolean | undefined
}

export interface RefundKey {
  /** Our number of the refund (`out_refund_no`); a retry has the same one. */
  number: string
  payment: Pick<PaymentRequest, 'number' | 'merchant' | 'amount'>
}

/** A refund that failed, with the service's own number. */
export interface FailedRefund extends RefundKey {
  serviceId: string
}

export interface RefundRequest extends RefundKey {
  /** In fen. */
  amount: number
  /** Shown to the buyer, at most 80 characters. */
  reason?: string | undefined
  noticeUrl: string
}

/**
 * `closed`: not made, may be requested under a new number. `failed`: the money could not be returned on its way, and a person has to act.
 * `sent-back`: it was paid to the seller instead.
 */
export type GatewayRefundState = 'processing' | 'done' | 'closed' | 'failed' | 'sent-back'

export interface GatewayRefund {
  number: string
  state: GatewayRefundState
  /** The service's own number. */
  serviceId?: string | undefined
  /** In fen. */
  amount?: number | undefined
  /** Epoch milliseconds. */
  settledAt?: number | undefined
}

export type GatewayNotice =
  | { kind: 'payment'; payment: GatewayPayment }
  | { kind: 'refund'; refund: GatewayRefund }

export interface StatementLine {
  kind: 'payment' | 'refund'
  number: string
  transactionId: string
  merchant: string
  /** In fen; fees are negative when they are returned. */
  amount: number
  fee: number
}

/** A payment service in the words of the domain. Every call may throw a `GatewayError`. */
export interface PaymentGateway {
  prepare(request: PaymentRequest): Promise<Till>
  query(payment: PaymentKey): Promise<GatewayPayment>
  close(payment: PaymentKey): Promise<void>
  refund(request: RefundRequest): Promise<GatewayRefund>
  queryRefund(refund: RefundKey): Promise<GatewayRefund>
  /** Pays a refund that failed to a card of the buyer, or to the seller's account; absent when the service cannot. */
  redirectRefund?(refund: FailedRefund, to: RefundCard | 'seller'): Promise<GatewayRefund>
  /** The only seller whose payments it takes, by merchant number; absent when it takes those of other sellers. */
  onlySeller?: string
  /** The merchant whose statements are read; absent when they name those of all sellers. */
  statementOf?: string
  /** All movements of a day (`YYYY-MM-DD`, China), which are known the next day from 10:00 on. */
  statement(day: string): Promise<StatementLine[]>
  /** Reads a notice. @throws GatewayError `forged` unless the service has signed it just now. */
  readNotice(header: (name: string) => string | undefined, body: string): GatewayNotice
}

/**
 * `unavailable`: no answer, or one that asks to repeat the same request; whether it was done is unknown. `rejected`: it was not done.
 * `forged`: the answer or notice is not from the service.
 */
export type GatewayErrorKind = 'unavailable' | 'rejected' | 'forged'

export class GatewayError extends Error {
  /**
   * @param code the service's error code, or our own word for it.
   * @param field the field of the request that the service refuses, by its own name.
   */
  constructor(
    readonly kind: GatewayErrorKind,
    readonly code: string,
    message: string,
    readonly field?: string,
  ) {
    super(message)
  }
}
