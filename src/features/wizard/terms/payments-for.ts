import type { Fulfilment } from '@/domain/order/fulfilment'
import { availablePaymentMethods } from '@/domain/payment/available-payments'
import { isPaidInPerson, type PaymentMethod, paymentMethods } from '@/domain/payment/payment'

const inPerson = paymentMethods.filter(isPaidInPerson)

/** Returns the in-person payment methods that the chosen fulfilment kinds can use. */
export const paymentsFor = (kinds: readonly Fulfilment[]): PaymentMethod[] =>
  inPerson.filter((method) => kinds.some((kind) => availablePaymentMethods(kind, [method]).length > 0))
