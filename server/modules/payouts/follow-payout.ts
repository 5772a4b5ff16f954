import type { FastifyBaseLogger } from 'fastify'
import { addDays, dayOf, startOfDay } from '@/domain/day'
import type { AppDependencies } from '../../dependencies'
import { GatewayError } from '../../gateways/payment-gateway'
import type { GatewayPayout, Payouts } from '../../gateways/payouts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../jobs/intervals'
import { withPaymentLock } from '../payments/confirm-payment'
import type { PayoutPath } from './jobs'
import { readPayoutAmount } from './reserve'
import { findPayout, findSeller, isOpen, isRefusedByBank, type PayoutRow, RETURNED_WITHIN_MS } from './store'

/** WeChat Pay recognizes a repeated request for six days; later ones are not sent. In ms. */
const REPEATED_FOR_MS = 5 * DAY_MS

/** Payouts that were made are queried once a night, from 0:00 to 8:00 in China, each at a time of its own. */
const NIGHT_MS = 8 * HOUR_MS

/** The longest time between two queries, in ms. */
export const PAYOUT_QUERY_MS = DAY_MS + NIGHT_MS

type Dependencies = Pick<AppDependencies, 'db' | 'clock' | 'payments'>
type Log = Pick<FastifyBaseLogger, 'warn' | 'error'>

/** A payout that was not made, for another reason than the bank account. */
const NOT_MADE: GatewayPayout = { state: 'failed' }

/**
 * Queries a payout, and requests one that WeChat Pay does not know, under the same number. Returns when to query again, in epoch
 * milliseconds; undefined when it has failed or can no longer be returned.
 */
export async function followPayout(
  deps: Dependencies,
  path: PayoutPath,
  log: Log,
): Promise<number | undefined> {
  const payout = await findPayout(deps.db.query, path)
  if (!payout) return undefined
  const { number, merchant } = payout
  const service = deps.payments.payouts?.service
  try {
    if (!service) throw new GatewayError('unavailable', 'NO_GATEWAY', 'this server has no platform')
    const answer = (await service.query({ number, merchant })) ?? (await requestIfOpen(deps, service, payout))
    if (answer) await record(deps, payout, answer, log)
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    const { kind, code } = error
    log.warn({ number, kind, code }, 'a payout cannot be requested or queried')
  }
  const followed = await findPayout(deps.db.query, path)
  return followed && nextTime(followed, deps.clock())
}

/**
 * Requests a payout that WeChat Pay does not know. One that is too old, whose seller is blocked by now, or that the balance no longer covers
 * is not made; the next one has another amount.
 */
async function requestIfOpen(
  { db, clock }: Dependencies,
  service: Payouts,
  payout: PayoutRow,
): Promise<GatewayPayout | undefined> {
  const { number, merchant, amount, created_at } = payout
  if (!isOpen(payout)) return undefined
  const seller = await findSeller(db.query, merchant)
  if (!seller || seller.isBlocked || clock() - created_at > REPEATED_FOR_MS) return NOT_MADE
  if ((await readPayoutAmount(db.query, service, seller)) < amount) return NOT_MADE
  try {
    await service.payOut({ number, merchant, amount })
    return { state: 'processing' }
  } catch (error) {
    if (error instanceof GatewayError && error.code === 'NOT_ENOUGH') return NOT_MADE
    throw error
  }
}

/** A number below 1 that is always the same for a payout and spreads several. */
const shareOf = (number: string): number =>
  [...number].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 1009, 0) / 1009

function nextTime(payout: PayoutRow, now: number): number | undefined {
  const age = now - payout.created_at
  if (isOpen(payout)) return now + (age < HOUR_MS ? 5 * MINUTE_MS : HOUR_MS)
  if (payout.state !== 'done' || age > RETURNED_WITHIN_MS) return undefined
  return startOfDay(addDays(dayOf(now), 1)) + Math.floor(shareOf(payout.number) * NIGHT_MS)
}

async function record(
  { db, clock }: Dependencies,
  payout: PayoutRow,
  { state, reason = null }: Omit<GatewayPayout, 'reason'> & { reason?: string | null | undefined },
  log: Log,
): Promise<void> {
  const { shop_id: shopId, number, merchant } = payout
  const isNew = await withPaymentLock(db, shopId, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('payout')
      .set({ state, reason, changed_at: clock() })
      .where('shop_id', '=', shopId)
      .where('number', '=', number)
      .where('state', '!=', state)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  })
  if (isNew && isRefusedByBank({ ...payout, state, reason }))
    log.error({ number, merchant, state, reason }, 'a bank refused a payout to a seller')
}
