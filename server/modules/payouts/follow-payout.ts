import type { FastifyBaseLogger } from 'fastify'
import { addDays, dayOf, startOfDay } from '@/domain/day'
import type { AppDependencies } from '../../dependencies'
import { GatewayError } from '../../gateways/payment-gateway'
import type { GatewayPayout, PayoutRequest, Payouts } from '../../gateways/payouts'
import { withPaymentLock } from '../payments/confirm-payment'
import { findPayout, isOpen, type PayoutRow } from './store'

export const FOLLOW_PAYOUT = 'follow-payout'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/**
 * A bank returns a payout within seven working days, which a week of holidays and the weekends beside it draw out.
 * Source: https://pay.weixin.qq.com/doc/v3/partner/4012476656
 */
const RETURNED_WITHIN_MS = 21 * DAY_MS

/** Payouts that were made are asked for at 8:00 in China, before the next ones begin. */
const ASKED_AFTER_MS = 8 * HOUR_MS

/** The longest time between two questions, in ms. */
export const PAYOUT_RETRY_MS = DAY_MS + ASKED_AFTER_MS

/** Names a payout in jobs. */
export interface PayoutPath {
  shopId: string
  number: string
}

type Dependencies = Pick<AppDependencies, 'db' | 'clock' | 'payments'>
type Log = Pick<FastifyBaseLogger, 'warn' | 'error'>

/**
 * Requests a payout that WeChat Pay does not know, under the same number until it does, and asks how it stands. Returns when to ask again, in
 * epoch milliseconds; undefined when it has failed or can no longer be returned.
 */
export async function followPayout(
  deps: Dependencies,
  path: PayoutPath,
  log: Log,
): Promise<number | undefined> {
  const payout = await findPayout(deps.db.query, path)
  if (!payout) return undefined
  const { number, merchant, amount } = payout
  const service = deps.payments.payouts?.service
  try {
    if (!service) throw new GatewayError('unavailable', 'NO_GATEWAY', 'this server has no platform')
    const answer = await service.query({ number, merchant })
    if (answer) await record(deps, payout, answer, log)
    else if (isOpen(payout))
      await record(deps, payout, await request(service, { number, merchant, amount }), log)
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    const { fault, code } = error
    log.warn({ number, fault, code }, 'WeChat Pay does not answer for a payout')
  }
  const followed = await findPayout(deps.db.query, path)
  return followed && nextTime(followed, deps.clock())
}

/** Requests a payout. A refusal says that it was not made. */
async function request(service: Payouts, payout: PayoutRequest): Promise<GatewayPayout> {
  try {
    await service.payOut(payout)
    return { state: 'processing' }
  } catch (error) {
    if (error instanceof GatewayError && error.fault === 'rejected')
      return { state: 'failed', reason: error.code }
    throw error
  }
}

function nextTime(payout: PayoutRow, now: number): number | undefined {
  const age = now - payout.created_at
  if (isOpen(payout)) return now + (age < HOUR_MS ? 5 * MINUTE_MS : HOUR_MS)
  const isFollowed = payout.state === 'done' && age < RETURNED_WITHIN_MS
  return isFollowed ? startOfDay(addDays(dayOf(now), 1)) + ASKED_AFTER_MS : undefined
}

async function record(
  { db, clock }: Dependencies,
  { shop_id: shopId, number, merchant }: PayoutRow,
  { state, reason }: GatewayPayout,
  log: Log,
): Promise<void> {
  const isNew = await withPaymentLock(db, shopId, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('payout')
      .set({ state, reason: reason ?? null, changed_at: clock() })
      .where('shop_id', '=', shopId)
      .where('number', '=', number)
      .where('state', '!=', state)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  })
  if (isNew && (state === 'failed' || state === 'returned'))
    log.error({ number, merchant, state, reason }, 'a payout has not reached the bank account of a seller')
}
