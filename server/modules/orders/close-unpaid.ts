import { paymentTransitions } from '@/domain/payment'
import { nextState } from '@/domain/transitions'
import { readJson } from '../../db/json'
import type { AppDependencies } from '../../dependencies'
import type { Job } from '../../jobs/jobs'
import { withShopLock } from '../shops/shop-lock'
import type { Storefronts } from '../storefronts/storefronts'
import { writeStep } from './move-order'
import { findOrder, toOrder } from './store'

/** How long an order that is paid in advance waits for its money. */
export const PAY_WITHIN_MS = 30 * 60_000

export const CLOSE_UNPAID = 'close-unpaid'

/** The job that goes with an order paid in advance. */
export const closeUnpaidJob = (shopId: string, orderId: string, now: number) => ({
  id: `${CLOSE_UNPAID}:${shopId}:${orderId}`,
  kind: CLOSE_UNPAID,
  payload: { shopId, orderId },
  runAt: now + PAY_WITHIN_MS,
})

/** Cancels an order that nobody paid and gives its goods back; one that was paid or moved meanwhile is left alone. */
export async function closeUnpaid(
  { db, clock }: AppDependencies,
  storefronts: Storefronts,
  job: Job,
): Promise<void> {
  const { shopId, orderId } = readJson<{ shopId: string; orderId: string }>(job.payload)
  await withShopLock(db, shopId, async (tx) => {
    const row = await findOrder(tx, shopId, orderId)
    if (row?.state !== 'placed' || row.payment_state !== 'pending') return
    const { payment, afterSale } = toOrder(row)
    const state = nextState(paymentTransitions, payment.state, 'void', 'system') ?? payment.state
    const next = { state: 'cancelled', afterSale, payment: { ...payment, state } } as const
    await writeStep(tx, row, next, { action: 'cancel', by: 'system', at: clock() })
  })
  storefronts.forgetShop(shopId)
}
