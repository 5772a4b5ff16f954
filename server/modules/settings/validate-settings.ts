import { isDay } from '@/domain/day'
import type { FieldError } from '@/domain/failure'
import { availablePaymentMethods } from '@/domain/payment/available-payments'
import { isPaidInPerson, type PaymentMethod } from '@/domain/payment/payment'
import type { ShopSettings } from '@/domain/shop/shop'

type Checked = Pick<ShopSettings, 'fulfilments' | 'payments' | 'closedUntil'>

/**
 * Finds combinations of settings that do not work: a payment method without a gateway (`online` lists those that have one),
 * a fulfilment without a payment method, an invalid date.
 */
export function validateSettings(settings: Checked, online: readonly PaymentMethod[]): FieldError[] {
  const errors: FieldError[] = []
  if (settings.payments.some((method) => !isPaidInPerson(method) && !online.includes(method)))
    errors.push({ path: '/payments', message: 'has a method that is not available on this server' })
  settings.fulfilments.forEach((kind, at) => {
    if (availablePaymentMethods(kind, settings.payments, online).length === 0)
      errors.push({ path: `/fulfilments/${at}`, message: 'has no payment it could be paid by' })
  })
  if (settings.closedUntil !== undefined && !isDay(settings.closedUntil))
    errors.push({ path: '/closedUntil', message: 'is no day of the calendar' })
  return errors
}
