import type { FastifyBaseLogger } from 'fastify'
import type { AppDependencies } from '../../dependencies'
import type { GatewayPayment } from '../../gateways/payment-gateway'
import { confirmPayment } from './confirm-payment'
import { type PaymentRow, updatePayment } from './store'

type Dependencies = Pick<AppDependencies, 'db' | 'clock'>

/** Records that a payment's service will take no payment for it any more. */
export const markClosed = ({ db, clock }: Dependencies, payment: PaymentRow): Promise<boolean> =>
  db.withTx((tx) => updatePayment(tx, payment, { state: 'closed', closed_at: clock() }))

/**
 * Records what a payment's service answers about it. Money that moved otherwise than the payment says is logged, because a person has to
 * look into it: the statement of the day names it, too.
 */
export async function recordAnswer(
  deps: Dependencies,
  payment: PaymentRow,
  answer: GatewayPayment,
  log: Pick<FastifyBaseLogger, 'error'>,
): Promise<void> {
  const { number } = payment
  if (answer.state === 'open') return
  if (answer.state === 'paid') {
    if ((await confirmPayment(deps, answer)) === 'differs')
      log.error({ number }, 'reply of the payment service does not match the payment')
    return
  }
  if (answer.state === 'refunded')
    log.error({ number }, 'a payment that was not confirmed here was refunded at its service')
  await markClosed(deps, payment)
}
