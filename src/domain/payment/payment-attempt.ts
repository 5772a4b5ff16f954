import type { Fen } from '../money'
import type { Transition } from '../order/transitions'
import type { PaymentState } from './payment'

/** `open`: the till may be open. `paid`: the service has confirmed it. `closed`: the service will take no payment any more. */
export const attemptStates = ['open', 'paid', 'closed'] as const
export type AttemptState = (typeof attemptStates)[number]
export type AttemptAction = 'confirm' | 'close'

/**
 * An attempt to pay an order online. A payment may be confirmed after it was closed: the buyer was faster than the closing. An order has
 * several attempts and at most one whose success pays it; any other is refunded.
 */
export const attemptTransitions: Record<AttemptState, readonly Transition<AttemptAction, AttemptState>[]> = {
  open: [
    { action: 'confirm', by: ['gateway'], to: 'paid' },
    { action: 'close', by: ['system'], to: 'closed' },
  ],
  closed: [{ action: 'confirm', by: ['gateway'], to: 'paid' }],
  paid: [],
}

/** The facts of an attempt, which those of its confirmed payment must match. */
export interface AttemptFacts {
  amount: Fen
  currency: string
  merchant: string
  /** Absent when the buyer paid outside of WeChat. */
  appid?: string | undefined
}

/** The facts of a confirmed payment that differ from its attempt. Money moves only when there are none. */
export function differingFacts(
  attempt: AttemptFacts,
  confirmed: { [Name in keyof AttemptFacts]?: AttemptFacts[Name] | undefined },
): (keyof AttemptFacts)[] {
  const names: readonly (keyof AttemptFacts)[] = ['amount', 'currency', 'merchant', 'appid']
  return names.filter(
    (name) => (name !== 'appid' || attempt.appid !== undefined) && attempt[name] !== confirmed[name],
  )
}

/** Why a confirmed payment is returned at once. */
export type ReturnReason = 'order-closed' | 'paid-twice'

/**
 * The effect of a confirmed payment, by the payment state of its order: it pays an order that waits for it; a payment of an order that was
 * closed or is paid already is returned.
 */
export function effectOfSuccess(order: PaymentState): 'pay' | ReturnReason {
  if (order === 'pending') return 'pay'
  return order === 'void' ? 'order-closed' : 'paid-twice'
}

/** The part of a payment that may still be refunded, in fen; `refunds` are the amounts of all refunds that were not refused. */
export const refundableAmount = (paid: Fen, refunds: readonly Fen[]): Fen =>
  Math.max(
    0,
    refunds.reduce((left, amount) => left - amount, paid),
  )
