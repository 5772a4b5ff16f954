import type { Fen } from '../money'
import type { Fulfilment } from '../order/fulfilment'
import type { OnlineMethod, PaymentMethod } from './payment'
import type { BuyerPlace, OnlineOffer } from './payment-rights'

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

/** The online methods that can finish where the buyer is and may take this amount. Nothing to pay is paid by none. */
export const onlineMethodsAt = (
  place: BuyerPlace,
  amount: Fen,
  offers: readonly OnlineOffer[] = [],
): OnlineMethod[] =>
  offers
    .filter(({ places, max = amount }) => amount > 0 && amount <= max && places.includes(place))
    .map(({ method }) => method)
