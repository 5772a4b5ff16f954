import { paymentTransitions } from '@/domain/payment'
import { nextState } from '@/domain/transitions'
import { readJson } from '../../db/json'
import type { AppDependencies } from '../../dependencies'
import type { Job } from '../../jobs/jobs'
import { withShopLock } from '../shops/shop-lock'
import type { StorefrontCache } from '../storefronts/storefront-cache'
import { saveOrderStep } from './apply-order-step'
import { toOrder } from './order-row'
import { findOrder } from './store'

/** Time in ms that an order paid in advance may stay unpaid. */
export const PAY_WITHIN_MS = 30 * 60_000

export const CLOSE_UNPAID = 'close-unpaid'

/** The job that closes an order paid in advance if it stays unpaid. */
export const closeUnpaidJob = (shopId: string, orderId: string, now: number) => ({
  id: `${CLOSE_UNPAID}:${shopId}:${orderId}`,
  kind: CLOSE_UNPAID,
  payload: { shopId, orderId },
  runAt: now + PAY_WITHIN_MS,
})

/** Cancels an unpaid order and restocks its goods. A paid or otherwise changed order stays unchanged. */
export async function closeUnpaid(
  { db, clock }: AppDependencies,
  storefronts: StorefrontCache,
  job: Job,
): Promise<void> {
  const { shopId, orderId } = readJson<{ shopId: string; orderId: string }>(job.payload)
  await withShopLock(db, shopId, async (tx) => {
    const row = await findOrder(tx, shopId, orderId)
    if (row?.state !== 'placed' || row.payment_state !== 'pending') return
    const { payment, afterSale } = toOrder(row)
    const state = nextState(paymentTransitions, payment.state, 'void', 'system') ?? payment.state
    const next = { state: 'cancelled', afterSale, payment: { ...payment, state } } as const
    await saveOrderStep(tx, row, next, { action: 'cancel', by: 'system', at: clock() })
  })
  storefronts.invalidateShop(shopId)
}
