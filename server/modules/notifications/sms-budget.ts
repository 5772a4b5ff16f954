import type { FastifyBaseLogger } from 'fastify'
import { type Day, dayOf } from '@/domain/day'
import { monthOf } from '@/domain/month'
import { TEXTS_PER_DAY, TEXTS_SHARE } from '@/domain/sms'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import type { SmsPlan } from '../../gateways/aliyun-sms'
import { countTexts } from './message-rows'

type Budget = Pick<SmsPlan, 'price' | 'monthlyLimit'>

/** The largest sum that a month may have cost before one more text message about orders is sent, in fen. */
const mostBeforeText = ({ price, monthlyLimit }: Budget): number =>
  Math.floor(monthlyLimit * TEXTS_SHARE) - price

/** Takes the price of a code out of the month's budget; false when nothing is left of it. */
export const payCode = (tx: Query, budget: Budget, now: number): Promise<boolean> =>
  pay(tx, budget, budget.monthlyLimit - budget.price, now)

/** Takes the price of a text message about orders; false when only the share for codes is left of the budget. */
export const payText = (tx: Query, budget: Budget, now: number): Promise<boolean> =>
  pay(tx, budget, mostBeforeText(budget), now)

async function pay(tx: Query, { price }: Budget, mostBefore: number, now: number): Promise<boolean> {
  const month = monthOf(now)
  await tx
    .insertInto('sms_month')
    .values({ month, spent: 0 })
    .onConflict((conflict) => conflict.column('month').doNothing())
    .execute()
  const { numUpdatedRows } = await tx
    .updateTable('sms_month')
    .set((eb) => ({ spent: eb('spent', '+', price) }))
    .where('month', '=', month)
    .where('spent', '<=', mostBefore)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Gives back the price of a message that was not sent. */
export async function refundSms(tx: Query, { price }: Pick<SmsPlan, 'price'>, now: number): Promise<void> {
  await tx
    .updateTable('sms_month')
    .set((eb) => ({ spent: eb('spent', '-', price) }))
    .where('month', '=', monthOf(now))
    .where('spent', '>=', price)
    .execute()
}

/** True if no more text messages about orders are sent in this month. */
export async function isBudgetSpent(db: Query, budget: Budget, now: number): Promise<boolean> {
  const row = await db
    .selectFrom('sms_month')
    .select('spent')
    .where('month', '=', monthOf(now))
    .executeTakeFirst()
  return (row?.spent ?? 0) > mostBeforeText(budget)
}

const DAY_MS = 86_400_000

/** True if an account has received the maximum number of text messages about orders in 24 hours. */
export const isDailyLimitReached = async (db: Query, accountId: string, now: number): Promise<boolean> =>
  (await countTexts(db, accountId, now - DAY_MS)) >= TEXTS_PER_DAY

/** Returns a function that logs once a day that the budget is used up. */
export function createBudgetWarning(
  { clock }: Pick<AppDependencies, 'clock'>,
  log: Pick<FastifyBaseLogger, 'warn'>,
): () => void {
  let warnedOn: Day | undefined
  return () => {
    const today = dayOf(clock())
    if (today === warnedOn) return
    warnedOn = today
    log.warn({ month: monthOf(clock()) }, 'the budget for text messages is used up')
  }
}
