import type { FastifyBaseLogger } from 'fastify'
import type { AppDependencies } from '../../dependencies'
import { GatewayError, type PaymentKey } from '../../gateways/payment-gateway'
import { gatewayOf } from '../../gateways/payment-gateways'
import { markClosed, recordAnswer } from './record-answer'
import { findPayment, type PaymentPath, type PaymentRow } from './store'

type Dependencies = Pick<AppDependencies, 'db' | 'clock' | 'payments'>
type Log = Pick<FastifyBaseLogger, 'error'>

export const keyOf = ({ number, merchant, appid, combined }: PaymentRow): PaymentKey => ({
  number,
  merchant,
  appid: appid ?? undefined,
  ...(combined === 1 ? { isCombined: true } : {}),
})

/** The delay before a service that did not answer is called again, in ms. */
export const CLOSE_RETRY_MS = 5 * 60_000

/** Closes a payment, as `closePayment` does; returns when to try again (epoch ms) if the service does not answer. */
export async function closePaymentLater(
  deps: Dependencies,
  path: PaymentPath,
  log: Log,
): Promise<number | undefined> {
  try {
    await closePayment(deps, path, log)
    return undefined
  } catch (error) {
    if (error instanceof GatewayError) return deps.clock() + CLOSE_RETRY_MS
    throw error
  }
}

/**
 * Closes a payment at its service, or confirms it when the buyer was faster.
 * @throws GatewayError when the service does not answer.
 */
export async function closePayment(deps: Dependencies, path: PaymentPath, log: Log): Promise<void> {
  const payment = await findPayment(deps.db.query, path)
  if (payment?.state !== 'open') return
  const gateway = gatewayOf(deps.payments, payment)
  try {
    await gateway?.close(keyOf(payment))
  } catch (error) {
    if (!(error instanceof GatewayError) || error.kind !== 'rejected') throw error
    const now = await gateway?.query(keyOf(payment))
    if (now?.state === 'open') throw error
    if (now) return recordAnswer(deps, payment, now, log)
  }
  await markClosed(deps, payment)
}
