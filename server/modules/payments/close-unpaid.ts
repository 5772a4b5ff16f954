import type { FastifyBaseLogger } from 'fastify'
import { readJson } from '../../db/json'
import type { AppDependencies } from '../../dependencies'
import { GatewayError } from '../../gateways/payment-gateway'
import type { StorefrontCache } from '../../http/cache/storefront-cache'
import type { Job } from '../../jobs/jobs'
import { moveOrder } from '../orders/move-order'
import { findOrder } from '../orders/store'
import { withShopLock } from '../shops/shop-lock'
import { closePayment } from './close-payment'
import { closeOpenPayments } from './jobs'
import { paymentsOfOrder } from './store'

type Log = Pick<FastifyBaseLogger, 'error'>

/**
 * Cancels an unpaid order and restocks its goods. A paid or otherwise changed order stays unchanged. Its payments are closed at their
 * services first, which says whether the buyer was faster.
 */
export async function closeUnpaid(deps: AppDependencies, storefronts: StorefrontCache, job: Job, log: Log) {
  const { db, clock } = deps
  const { shopId, orderId } = readJson<{ shopId: string; orderId: string }>(job.payload)
  await closePayments(deps, { shopId, orderId }, log)
  await withShopLock(db, shopId, async (tx) => {
    const row = await findOrder(tx, shopId, orderId)
    // a service that did not answer is asked later, also about a second payment of a paid order
    if (row) await closeOpenPayments(tx, { shopId, orderId, now: clock() })
    if (row?.state !== 'placed' || row.payment_state !== 'pending') return
    await moveOrder(tx, row, { action: 'cancel', actor: 'system', now: clock() })
  })
  storefronts.invalidateShop(shopId)
}

/** A service that does not answer does not keep the stock: its payment is closed by a job of its own, and refunded if it was made. */
async function closePayments(
  deps: AppDependencies,
  { shopId, orderId }: { shopId: string; orderId: string },
  log: Log,
): Promise<void> {
  for (const { id } of await paymentsOfOrder(deps.db.query, shopId, orderId))
    await closePayment(deps, { shopId, paymentId: id }, log).catch((error: unknown) => {
      if (!(error instanceof GatewayError)) throw error
    })
}
