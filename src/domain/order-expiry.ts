import type { Order } from './order'
import { paymentSteps } from './payment'
import { nextState } from './steps'

type States = Pick<Order, 'state' | 'payment' | 'afterSale'>

/** What the history calls the end of an order that its shop did not answer in time. */
export const EXPIRE = 'expire'

/** The states after a waiting order expired; `null` for one that was answered, or whose money has to be given back. */
export function expire({ state, payment, afterSale }: States): States | null {
  if (state !== 'placed' || payment.state !== 'due') return null
  const voided = nextState(paymentSteps, payment.state, 'void', 'system') ?? payment.state
  return { state: 'cancelled', afterSale, payment: { ...payment, state: voided } }
}

/** True for an order that was cancelled because its shop did not answer. */
export const hasExpired = ({ state, history }: Pick<Order, 'state' | 'history'>): boolean =>
  state === 'cancelled' && history.some(({ action, by }) => action === EXPIRE && by === 'system')
