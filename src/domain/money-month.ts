import type { Static } from '@sinclair/typebox'
import type { DueBuyerShape, MoneyDayShape, MoneyMonthShape, MoneyOrderShape } from '@/contract/money'
import { addDays, type Day, startOfDay } from './day'
import type { LedgerCause, LedgerMovement, MoneyAccount } from './ledger'
import type { Fen } from './money'
import type { MoneyPart } from './money-part'
import { boundsOf, daysOf, type Month } from './month'

/** The accounts that receive money, in the order in which they are shown. */
export const moneyAccounts = ['cash', 'code', 'wechat', 'alipay'] as const satisfies readonly MoneyAccount[]

/** What a shop collected, refunded and paid as fees on one day, in fen. Undoing a collection of another day makes a day negative. */
export type MoneyDay = Static<typeof MoneyDayShape>
export type MoneyMonth = Static<typeof MoneyMonthShape>
/** An order with what it moved within a month or a day. */
export type MoneyOrder = Static<typeof MoneyOrderShape>
/** A buyer with the sum of what is due. */
export type DueBuyer = Static<typeof DueBuyerShape>

/** A movement of the ledger with its time (epoch ms). */
export interface DatedMovement extends LedgerMovement {
  cause: LedgerCause
  at: number
}

const emptyDay = (day: Day): MoneyDay => ({
  day,
  collected: { cash: 0, code: 0, wechat: 0, alipay: 0 },
  refunded: 0,
  fees: 0,
})

const isMoney = (account: string): account is MoneyAccount => moneyAccounts.some((one) => one === account)

function enter(day: MoneyDay, { cause, debit, credit, amount }: DatedMovement): void {
  if (cause === 'fee') day.fees += debit === 'fees' ? amount : -amount
  else if (cause === 'refunded') day.refunded += amount
  else if (isMoney(debit)) day.collected[debit] += amount
  else if (isMoney(credit)) day.collected[credit] -= amount
}

/** The days of a month with what moved on each. Movements outside of the month are left out. */
export function summarizeMonth(month: Month, movements: Iterable<DatedMovement>): MoneyDay[] {
  const { from, until } = boundsOf(month)
  const days = daysOf(month).map(emptyDay)
  for (const movement of movements) {
    if (movement.at < from || movement.at >= until) continue
    const day = days.find((one) => movement.at < startOfDay(addDays(one.day, 1)))
    if (day) enter(day, movement)
  }
  return days
}

/** The sum of days. */
export function sumDays(days: readonly MoneyDay[]): Omit<MoneyDay, 'day'> {
  const sum = emptyDay('')
  for (const day of days) {
    for (const account of moneyAccounts) sum.collected[account] += day.collected[account]
    sum.refunded += day.refunded
    sum.fees += day.fees
  }
  const { day: _, ...amounts } = sum
  return amounts
}

/** What was collected by all means. */
export const totalCollected = ({ collected }: Pick<MoneyDay, 'collected'>): Fen =>
  moneyAccounts.reduce((sum, account) => sum + collected[account], 0)

/** One amount of a day or of a sum of days. */
export const amountOfPart = (amounts: Omit<MoneyDay, 'day'>, part: MoneyPart): Fen => {
  if (part === 'collected') return totalCollected(amounts)
  return part === 'refunded' || part === 'fees' ? amounts[part] : amounts.collected[part]
}

/** True when something moved on a day. */
export const hasMoved = (day: MoneyDay): boolean =>
  day.refunded !== 0 || day.fees !== 0 || moneyAccounts.some((account) => day.collected[account] !== 0)
