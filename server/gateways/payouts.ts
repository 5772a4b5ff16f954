import type { PayoutState } from '@/domain/payment/payout'

/** A payout as it is requested. WeChat Pay recognizes the same request for six days, and pays once. */
export interface PayoutRequest {
  /** Our number (`out_request_no`): letters and digits, at most 32, unique across sellers. */
  number: string
  /** The seller's number at the service. */
  merchant: string
  /** In fen. */
  amount: number
}

export interface GatewayPayout {
  state: Exclude<PayoutState, 'requested'>
  /** Why it failed or was returned, in the service's words. */
  reason?: string | undefined
}

/** Pays sellers of a platform out to their bank accounts. Every call may throw a `GatewayError`. */
export interface Payouts {
  /** The money, in fen, of a seller at the service that can be paid out now. */
  readAvailable(merchant: string): Promise<number>
  payOut(request: PayoutRequest): Promise<void>
  /** `undefined` when the service does not know the payout, or asks for the same request again. */
  query(payout: Pick<PayoutRequest, 'number' | 'merchant'>): Promise<GatewayPayout | undefined>
}
