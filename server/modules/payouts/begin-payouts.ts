import type { FastifyBaseLogger } from 'fastify'
import { dayOf, startOfDay } from '@/domain/day'
import { amountToPayOut } from '@/domain/payout'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { GatewayError } from '../../gateways/payment-gateway'
import type { Payouts } from '../../gateways/payouts'
import { addJob } from '../../jobs/jobs'
import { withPaymentLock } from '../payments/confirm-payment'
import { FOLLOW_PAYOUT, type PayoutPath } from './follow-payout'
import { readReserve } from './reserve'
import { hasFailed, isOpen, listSellers, type PayoutRow, payoutsOf, type Seller } from './store'

const HOUR_MS = 3_600_000

/** Interval in ms between two looks for sellers who can be paid out. */
export const PAYOUT_SWEEP_MS = HOUR_MS

/**
 * Payouts begin from 9:00 to 12:00 in China, soon after it was asked which earlier ones the bank has returned. Later the balance may hold money
 * that has just come back from a wrong account.
 */
const BEGINS_MS = [9 * HOUR_MS, 12 * HOUR_MS] as const

/** After a payout that did not arrive, the next one waits for the seller to correct the bank account. */
const WAIT_MS = 3 * 24 * HOUR_MS

/** The most payouts of a seller that can still be returned: one a day. */
const MAX_FOLLOWED = 22

type Dependencies = Pick<AppDependencies, 'db' | 'clock' | 'payments'>

/** Begins a payout for every seller who has had none today, unless WeChat Pay pays them out by itself. */
export async function beginPayouts(deps: Dependencies, log: Pick<FastifyBaseLogger, 'warn'>): Promise<void> {
  const { payouts } = deps.payments
  if (!payouts || payouts.isAutomatic) return
  const now = deps.clock()
  const [from, until] = BEGINS_MS
  const passed = now - startOfDay(dayOf(now))
  if (passed < from || passed >= until) return
  for (const seller of await listSellers(deps.db.query)) {
    if (!(await mayBegin(deps.db.query, seller, now))) continue
    try {
      await beginPayout(deps, payouts.service, seller)
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error
      const { merchant } = seller
      log.warn({ merchant, fault: error.fault, code: error.code }, 'the balance of a seller cannot be read')
      // the others are asked in an hour, too
      if (error.fault === 'unavailable') return
    }
  }
}

/** True unless a payout of the seller was begun today, is under way, or did not arrive a short time ago. */
async function mayBegin(db: Query, { shopIds }: Seller, now: number): Promise<boolean> {
  const keepsBack = (one: PayoutRow) =>
    dayOf(one.created_at) === dayOf(now) || isOpen(one) || (hasFailed(one) && now - one.changed_at < WAIT_MS)
  return !(await payoutsOf(db, shopIds, MAX_FOLLOWED)).some(keepsBack)
}

async function beginPayout({ db, clock }: Dependencies, service: Payouts, seller: Seller): Promise<void> {
  const { merchant, shopIds } = seller
  const [shopId] = shopIds
  if (shopId === undefined) return
  const available = await service.readAvailable(merchant)
  await withPaymentLock(db, shopId, async (tx) => {
    const now = clock()
    const amount = amountToPayOut({ available, reserve: await readReserve(tx, shopIds) })
    if (amount === 0 || !(await mayBegin(tx, seller, now))) return
    // one a day, also when two servers begin it
    const number = `P${merchant}${dayOf(now).replaceAll('-', '')}`
    await tx
      .insertInto('payout')
      .values({
        ...{ shop_id: shopId, number, merchant, amount, state: 'requested', reason: null },
        ...{ created_at: now, changed_at: now },
      })
      .execute()
    await addJob(tx, {
      id: `${FOLLOW_PAYOUT}:${number}`,
      kind: FOLLOW_PAYOUT,
      payload: { shopId, number } satisfies PayoutPath,
      runAt: now,
    })
  })
}
