import type { Fulfilment } from './fulfilment'
import type { PaymentMethod } from './payment'

const inPerson: Record<Fulfilment, readonly PaymentMethod[]> = {
  local: ['on-delivery'],
  courier: ['on-delivery'],
  pickup: ['on-pickup'],
  'on-site': ['on-pickup'],
}

/**
 * The ways a buyer can pay for this fulfilment: money in person where people meet, online only where the shop
 * has it and a gateway stands behind it (`online`: the methods this server can really collect by).
 */
export function payableBy(
  kind: Fulfilment,
  offered: readonly PaymentMethod[],
  online: readonly PaymentMethod[] = [],
): PaymentMethod[] {
  return offered.filter((method) => inPerson[kind].includes(method) || online.includes(method))
}
