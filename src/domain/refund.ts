import type { ReturnReason } from './payment-attempt'

/** `requested`: the payment service has been or will be asked for it. `failed`: the service could not return the money. */
export const refundStates = ['requested', 'done', 'failed'] as const
export type RefundState = (typeof refundStates)[number]

/** Why money is returned. The first two return a payment that paid nothing. */
export const refundReasons = ['order-closed', 'paid-twice', 'cancelled', 'after-sale'] as const
export type RefundReason = (typeof refundReasons)[number]

/** True when the refunded payment has not paid its order. */
export const isReturnOfVainPayment = (reason: RefundReason): reason is ReturnReason =>
  reason === 'order-closed' || reason === 'paid-twice'
