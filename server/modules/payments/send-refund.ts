import type { FastifyBaseLogger } from 'fastify'
import type { AppDependencies } from '../../dependencies'
import { GatewayError, type GatewayRefund, type PaymentGateway } from '../../gateways/payment-gateway'
import { gatewayOf, noticeUrlOf } from '../../gateways/payment-gateways'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../jobs/intervals'
import { settleRefund } from './settle-refund'
import { findPayment, findRefund, type PaymentRow, type RefundRow } from './store'

/** After this time a refund that is still processed, or was refused, is sent again every hour instead of every minute. */
const SOON_MS = 10 * MINUTE_MS

/** The time in which a failed refund is queried every day: the service may make it after all. */
const LATE_MS = 60 * DAY_MS

/** The longest time between two requests about a refund, in ms. */
export const REFUND_RETRY_MS = DAY_MS

export interface RefundPath {
  shopId: string
  refundId: string
}

type Dependencies = Pick<AppDependencies, 'db' | 'clock' | 'payments'>

/**
 * Sends a refund to its payment service, again under the same number until the service has settled it; one that failed is only queried.
 * Returns when to ask again, in epoch milliseconds; undefined when it is over. `last_error` has the service's code while it refuses the refund.
 */
export async function sendRefund(
  deps: Dependencies,
  { shopId, refundId }: RefundPath,
  log: Pick<FastifyBaseLogger, 'warn'>,
): Promise<number | undefined> {
  const refund = await findRefund(deps.db.query, shopId, refundId)
  const payment = refund && (await findPayment(deps.db.query, { shopId, paymentId: refund.payment_id }))
  if (!refund || !payment) return undefined
  const again = nextTime(refund, deps.clock())
  if (again === undefined) return undefined
  try {
    const gateway = gatewayOf(deps.payments, payment)
    if (!gateway)
      throw new GatewayError('rejected', 'NO_GATEWAY', 'this server has no gateway for the refund')
    const reply = await askForRefund(gateway, refund, payment, noticeUrlOf(deps.payments, payment))
    if (reply.state === 'processing') {
      if (refund.last_error !== null) await recordRefusal(deps, refund, null)
      return again
    }
    await settleRefund(deps, reply)
    const settled = await findRefund(deps.db.query, shopId, refundId)
    return settled && nextTime(settled, deps.clock())
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    const { kind, code } = error
    log.warn({ number: refund.id, kind, code }, 'a payment service does not take a refund')
    // only then is it known that the service has not taken it
    if (kind === 'rejected' && refund.state === 'requested') await recordRefusal(deps, refund, code)
    return again
  }
}

/** When the service is asked about a refund again; undefined when it is over. */
function nextTime({ state, created_at, to_seller, sent_back }: RefundRow, now: number): number | undefined {
  const age = now - created_at
  if (to_seller === 1 && sent_back === 0) return now + HOUR_MS
  if (state === 'requested') return now + (age < SOON_MS ? MINUTE_MS : HOUR_MS)
  return state !== 'done' && age < LATE_MS ? now + DAY_MS : undefined
}

/** Sends a refund, and reads how it stands, which not every reply to a refund says. A failed one is not sent again. */
async function askForRefund(
  gateway: PaymentGateway,
  { id, amount, note, state, to_account }: RefundRow,
  payment: PaymentRow,
  noticeUrl: string,
): Promise<GatewayRefund> {
  const { number, merchant } = payment
  const key = { number: id, payment: { number, merchant, amount: payment.amount } }
  if (state !== 'requested' || to_account === 1) return gateway.queryRefund(key)
  const reply = await gateway.refund({ ...key, amount, noticeUrl, ...(note ? { reason: note } : {}) })
  if (reply.state !== 'processing') return reply
  return gateway.queryRefund(key).catch((error: unknown) => {
    // the service has taken the refund, though it does not find it yet
    if (error instanceof GatewayError && error.kind === 'rejected') return reply
    throw error
  })
}

/** Records by which code the service refuses a refund for now; `null` once it has taken it. */
async function recordRefusal({ db }: Dependencies, { shop_id, id }: RefundRow, code: string | null) {
  await db.withTx((tx) =>
    tx
      .updateTable('refund')
      .set({ last_error: code })
      .where('shop_id', '=', shop_id)
      .where('id', '=', id)
      .execute(),
  )
}
