import type { FastifyBaseLogger } from 'fastify'
import { sql } from 'kysely'
import { type Day, dayOf } from '@/domain/day'
import { monthOf } from '@/domain/month'
import { CODES_SHARE, TEXTS_PER_DAY, TEXTS_SHARE } from '@/domain/sms'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import type { SmsPlan } from '../../gateways/aliyun-sms'
import { DAY_MS } from '../../jobs/intervals'
import { countTexts } from './message-rows'

type Budget = Pick<SmsPlan, 'price' | 'monthlyLimit'>

/** The largest sum that a month may have cost before one more text message about orders is sent, in fen. */
const mostBeforeText = ({ price, monthlyLimit }: Budget): number =>
  Math.floor(monthlyLimit * TEXTS_SHARE) - price

/** The largest sum that codes may have cost before one more; one is always possible. */
const mostBeforeCode = ({ price, monthlyLimit }: Budget, share: number): number =>
  Math.max(0, Math.floor(monthlyLimit * share) - price)

/** What codes have cost on a day, as a column. */
const codesOf = (day: Day) => sql<number>`case when codes_day = ${day} then codes_of_day else 0 end`

/** Takes the price of a code out of the month's budget; false when nothing is left of it, or of its shares for codes. */
export async function payCode(tx: Query, budget: Budget, now: number): Promise<boolean> {
  const { price, monthlyLimit } = budget
  const today = dayOf(now)
  const { numUpdatedRows } = await (await selectMonth(tx, now))
    .set((eb) => ({
      spent: eb('spent', '+', price),
      codes: eb('codes', '+', price),
      codes_of_day: sql<number>`${codesOf(today)} + ${price}`,
      codes_day: today,
    }))
    .where('spent', '<=', monthlyLimit - price)
    .where('codes', '<=', mostBeforeCode(budget, CODES_SHARE.month))
    .where(codesOf(today), '<=', mostBeforeCode(budget, CODES_SHARE.day))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Takes the price of a text message about orders; false when only the share for codes is left of the budget. */
export async function payText(tx: Query, budget: Budget, now: number): Promise<boolean> {
  const { numUpdatedRows } = await (await selectMonth(tx, now))
    .set((eb) => ({ spent: eb('spent', '+', budget.price) }))
    .where('spent', '<=', mostBeforeText(budget))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** An update of the row of a month, which exists from then on. */
async function selectMonth(tx: Query, now: number) {
  const month = monthOf(now)
  await tx
    .insertInto('sms_month')
    .values({ month, spent: 0 })
    .onConflict((conflict) => conflict.column('month').doNothing())
    .execute()
  return tx.updateTable('sms_month').where('month', '=', month)
}

/** Gives back the price of a code that was not sent. */
export async function refundCode(tx: Query, budget: Pick<SmsPlan, 'price'>, now: number): Promise<void> {
  await refundSms(tx, budget, now)
  const { price } = budget
  await tx
    .updateTable('sms_month')
    .set((eb) => ({ codes: eb('codes', '-', price), codes_of_day: eb('codes_of_day', '-', price) }))
    .where('month', '=', monthOf(now))
    .where('codes_day', '=', dayOf(now))
    .where('codes_of_day', '>=', price)
    .execute()
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
