import type { FastifyBaseLogger } from 'fastify'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { GatewayError } from '../../gateways/payment-gateway'
import { gatewayOf } from '../../gateways/payment-gateways'
import { keyOf } from './close-payment'
import { recordAnswer } from './record-answer'
import type { PaymentRow } from './store'

/** A service is asked about one payment at most this often, in ms. */
const ASK_EVERY_MS = 2000

/** Notes that the service is asked now; false when it was asked a moment ago, by this or another server. */
async function mayAsk(db: Query, { shop_id, id }: PaymentRow, now: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('payment')
    .set({ asked_at: now })
    .where('shop_id', '=', shop_id)
    .where('id', '=', id)
    .where('asked_at', '<=', now - ASK_EVERY_MS)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Asks the payment service how an open payment stands, and records the answer. A service that does not answer changes nothing. */
export async function askService(
  deps: AppDependencies,
  payment: PaymentRow,
  log: Pick<FastifyBaseLogger, 'warn' | 'error'>,
): Promise<void> {
  const gateway = gatewayOf(deps.payments, payment)
  if (payment.state !== 'open' || !gateway || !(await mayAsk(deps.db.query, payment, deps.clock()))) return
  try {
    await recordAnswer(deps, payment, await gateway.query(keyOf(payment)), log)
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    log.warn({ number: payment.number, code: error.code }, 'a payment service does not answer a query')
  }
}
