import type { Fulfilment } from './fulfilment'
import type { PaymentMethod } from './payment'

const inPerson: Record<Fulfilment, readonly PaymentMethod[]> = {
  local: ['on-delivery'],
  courier: ['on-delivery'],
  pickup: ['on-pickup'],
  'on-site': ['on-pickup'],
}

/** True for an in-person method that fits a fulfilment. */
export const isInPersonMethodOf = (kind: Fulfilment, method: PaymentMethod): boolean =>
  inPerson[kind].includes(method)

/**
 * The offered payment methods that are available for a fulfilment: in-person methods that fit it, and online methods
 * listed in `online`, the ones for which this server has a gateway.
 */
export function availablePaymentMethods(
  kind: Fulfilment,
  offered: readonly PaymentMethod[],
  online: readonly PaymentMethod[] = [],
): PaymentMethod[] {
  return offered.filter((method) => isInPersonMethodOf(kind, method) || online.includes(method))
}
