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
export const isReturnOfVainPayment = (reason: RefundReason): reason is ReturnReason =>
  reason === 'order-closed' || reason === 'paid-twice'

/** Most refunds of one payment; WeChat Pay takes 50. Source: https://pay.weixin.qq.com/doc/v3/merchant/4012791862 */
export const MAX_REFUNDS = 20

/** Maximum length of what a seller says about a refund, which payment services show to the buyer. */
export const MAX_REFUND_NOTE_LENGTH = 40

/** The history action of a refund that the service could not make. */
export const REFUND_FAILED = 'refund-failed'

/** The seller's step that returns in person what the service could not; for a claim it is `settle`. */
export const RETURN_BY_HAND = 'return-by-hand'

/** True while money that the service could not return is not returned in another way. */
export function isRefundFailed(history: readonly { action: string }[]): boolean {
  const about: readonly string[] = [REFUND_FAILED, RETURN_BY_HAND, 'settle']
  const last = [...history].reverse().find(({ action }) => about.includes(action))
  return last?.action === REFUND_FAILED
}
