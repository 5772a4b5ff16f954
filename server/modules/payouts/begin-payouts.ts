import type { FastifyBaseLogger } from 'fastify'
import { dayOf, startOfDay } from '@/domain/day'
import { payoutAmount } from '@/domain/payment/payout'
import type { AppDependencies } from '../../dependencies'
import { GatewayError } from '../../gateways/payment-gateway'
import type { Payouts } from '../../gateways/payouts'
import { HOUR_MS } from '../../jobs/intervals'
import { addJob, requeueDeadJob } from '../../jobs/jobs'
import { withPaymentLock } from '../payments/confirm-payment'
import { followingJob } from './jobs'
import { readReserve } from './reserve'
import {
  findSeller,
  isOpen,
  isRefusedByBank,
  listSellers,
  MAX_FOLLOWED,
  type PayoutRow,
  payoutsOf,
  type Seller,
} from './store'

/** Interval in ms between two looks for sellers who can be paid out. */
export const PAYOUT_SWEEP_MS = HOUR_MS

/** Payouts begin from 9:00 to 12:00 in China, after the payouts of earlier days were queried. */
const MORNING_MS = [9 * HOUR_MS, 12 * HOUR_MS] as const

/** After a payout that the bank refused, the seller has this time to correct the bank account, in ms. */
const CORRECTION_MS = 3 * 24 * HOUR_MS

/** Sellers for whom WeChat Pay did not answer in a row, after which the sweep ends. */
const MAX_UNANSWERED = 3

type Dependencies = Pick<AppDependencies, 'db' | 'clock' | 'payments'>

/** Begins a payout for every seller who has had none today, unless WeChat Pay pays them out by itself, or an operator has blocked them. */
export async function beginPayouts(deps: Dependencies, log: Pick<FastifyBaseLogger, 'warn'>): Promise<void> {
  const { payouts } = deps.payments
  if (!payouts) return
  const now = deps.clock()
  const passed = now - startOfDay(dayOf(now))
  const isMorning = passed >= MORNING_MS[0] && passed < MORNING_MS[1]
  let unanswered = 0
  for (const seller of await listSellers(deps.db.query)) {
    const rows = await payoutsOf(deps.db.query, seller.shopIds, MAX_FOLLOWED)
    await reviveJobs(deps, rows)
    if (!isMorning || payouts.isAutomatic || seller.isBlocked || !mayBegin(rows, now)) continue
    try {
      await beginPayout(deps, payouts.service, seller)
      unanswered = 0
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error
      const { merchant } = seller
      log.warn({ merchant, kind: error.kind, code: error.code }, 'the balance of a seller cannot be read')
      unanswered = error.code === 'NO_ANSWER' ? unanswered + 1 : 0
      if (unanswered === MAX_UNANSWERED) return
    }
  }
}

/** Adds the jobs of open payouts again that have failed for good. */
async function reviveJobs({ db, clock }: Dependencies, rows: readonly PayoutRow[]): Promise<void> {
  for (const row of rows.filter(isOpen))
    await db.withTx(async (tx) => {
      const job = followingJob({ shopId: row.shop_id, number: row.number }, clock())
      await addJob(tx, job)
      await requeueDeadJob(tx, job.id, clock())
    })
}

/** True unless a payout of the seller was begun today, may be unknown to WeChat Pay, or was refused by the bank a short time ago. */
const mayBegin = (rows: readonly PayoutRow[], now: number): boolean =>
  !rows.some(
    (row) =>
      dayOf(row.created_at) === dayOf(now) ||
      row.state === 'requested' ||
      (isRefusedByBank(row) && now - row.changed_at < CORRECTION_MS),
  )

async function beginPayout({ db, clock }: Dependencies, service: Payouts, seller: Seller): Promise<void> {
  const { merchant, shopIds } = seller
  const [shopId] = shopIds
  if (shopId === undefined) return
  const available = await service.readAvailable(merchant)
  await withPaymentLock(db, shopId, async (tx) => {
    const now = clock()
    const amount = payoutAmount({ available, reserve: await readReserve(tx, shopIds) })
    const isPaused = (await findSeller(tx, merchant))?.isBlocked ?? true
    if (amount === 0 || isPaused || !mayBegin(await payoutsOf(tx, shopIds, MAX_FOLLOWED), now)) return
    // one a day, also when two servers begin it
    const number = `P${merchant}${dayOf(now).replaceAll('-', '')}`
    await tx
      .insertInto('payout')
      .values({
        ...{ shop_id: shopId, number, merchant, amount, state: 'requested', reason: null },
        ...{ created_at: now, changed_at: now },
      })
      .execute()
    await addJob(tx, followingJob({ shopId, number }, now))
  })
}
