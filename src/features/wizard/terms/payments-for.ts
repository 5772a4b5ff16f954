import type { Fulfilment } from '@/domain/fulfilment'
import { isPaidInPerson, type PaymentMethod, paymentMethods } from '@/domain/payment'
import { payableBy } from '@/domain/payment-rights'

const inPerson = paymentMethods.filter(isPaidInPerson)

/** The payments that make every chosen way of sending payable, and no others. */
export const paymentsFor = (kinds: readonly Fulfilment[]): PaymentMethod[] =>
  inPerson.filter((method) => kinds.some((kind) => payableBy(kind, [method]).length > 0))
