import { isDay } from '@/domain/day'
import type { FieldFault } from '@/domain/failure'
import { isPaidInPerson, type PaymentMethod } from '@/domain/payment'
import { payableBy } from '@/domain/payment-rights'
import type { ShopSettings } from '@/domain/shop'

type Checked = Pick<ShopSettings, 'fulfilments' | 'payments' | 'closedUntil'>

/**
 * What does not fit together in a shop's settings: a payment nobody could collect (`online`: the methods that have a
 * gateway), a way of sending that cannot be paid, a day that the calendar does not have.
 */
export function settingsFaults(settings: Checked, online: readonly PaymentMethod[]): FieldFault[] {
  const faults: FieldFault[] = []
  if (settings.payments.some((method) => !isPaidInPerson(method) && !online.includes(method)))
    faults.push({ path: '/payments', message: 'has a method that is not available on this server' })
  settings.fulfilments.forEach((kind, at) => {
    if (payableBy(kind, settings.payments, online).length === 0)
      faults.push({ path: `/fulfilments/${at}`, message: 'has no payment it could be paid by' })
  })
  if (settings.closedUntil !== undefined && !isDay(settings.closedUntil))
    faults.push({ path: '/closedUntil', message: 'is no day of the calendar' })
  return faults
}
