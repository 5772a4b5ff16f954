import type { Static } from '@sinclair/typebox'
import type { DueBuyerShape, MoneyDayShape, MoneyMonthShape, MoneyOrderShape } from '@/contract/payment/money'
import { addDays, type Day, startOfDay } from '../day'
import type { Fen } from '../money'
import { boundsOf, daysOf, type Month } from '../month'
import type { LedgerCause, LedgerMovement, MoneyAccount } from './ledger'
import type { MoneyPart } from './money-part'

/** The accounts that receive money, in the order in which they are shown. */
export const moneyAccounts = ['cash', 'code', 'wechat', 'alipay'] as const satisfies readonly MoneyAccount[]

/** A shop's collected and refunded amounts and its fees of one day, in fen. Undoing a collection of another day makes a day negative. */
export type MoneyDay = Static<typeof MoneyDayShape>
export type MoneyMonth = Static<typeof MoneyMonthShape>
/** An order with the amount that it moved within a month or a day. */
export type MoneyOrder = Static<typeof MoneyOrderShape>
export type DueBuyer = Static<typeof DueBuyerShape>

export interface CausedMovement extends LedgerMovement {
  cause: LedgerCause
}

/** The same with its time (epoch ms). */
export interface DatedMovement extends CausedMovement {
  at: number
}

const emptyDay = (day: Day): MoneyDay => ({
  day,
  collected: { cash: 0, code: 0, wechat: 0, alipay: 0 },
  refunded: 0,
  refundedBy: { cash: 0, code: 0, wechat: 0, alipay: 0 },
  fees: 0,
})

const isMoney = (account: string): account is MoneyAccount => moneyAccounts.some((one) => one === account)

/** The causes of money that went back to buyers. */
export const refundCauses = ['refunded', 'returned-twice'] as const satisfies readonly LedgerCause[]
const isRefund = (cause: LedgerCause): boolean => refundCauses.some((one) => one === cause)

function enter(day: MoneyDay, { cause, debit, credit, amount }: CausedMovement): void {
  if (cause === 'fee') day.fees += debit === 'fees' ? amount : -amount
  else if (isRefund(cause)) {
    day.refunded += amount
    if (isMoney(credit)) day.refundedBy[credit] += amount
  } else {
    if (isMoney(debit)) day.collected[debit] += amount
    if (isMoney(credit)) day.collected[credit] -= amount
  }
}

/** The days of a month with the amounts that moved on each. Movements outside of the month are ignored. */
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

/** The amounts that moved on a day, or on several. */
export type Moved = Omit<MoneyDay, 'day'>

export function sumDays(days: readonly MoneyDay[]): Moved {
  const sum = emptyDay('')
  for (const day of days) {
    for (const account of moneyAccounts) {
      sum.collected[account] += day.collected[account]
      sum.refundedBy[account] += day.refundedBy[account]
    }
    sum.refunded += day.refunded
    sum.fees += day.fees
  }
  const { day: _, ...amounts } = sum
  return amounts
}

/** The sum of movements of any time. */
export function sumMovements(movements: Iterable<CausedMovement>): Moved {
  const sum = emptyDay('')
  for (const movement of movements) enter(sum, movement)
  const { day: _, ...amounts } = sum
  return amounts
}

/** The sum of the amounts collected by all means, in fen. */
export const totalCollected = ({ collected }: Pick<MoneyDay, 'collected'>): Fen =>
  moneyAccounts.reduce((sum, account) => sum + collected[account], 0)

type MovedPart = Exclude<MoneyPart, 'due' | 'due-now' | 'owed-now'>

const movedAmounts = (moved: Moved): Record<MovedPart, Fen> => ({
  collected: totalCollected(moved),
  ...moved.collected,
  refunded: moved.refunded,
  'refunded-cash': moved.refundedBy.cash,
  'refunded-code': moved.refundedBy.code,
  'refunded-wechat': moved.refundedBy.wechat,
  'refunded-alipay': moved.refundedBy.alipay,
  fees: moved.fees,
})

/** One amount of a month, or of one of its days. */
export function amountOf({ days, due, dueDays, owed }: MoneyMonth, part: MoneyPart, day?: Day): Fen {
  const isWanted = (one: { day: Day }) => day === undefined || one.day === day
  if (part === 'due-now') return due.amount
  if (part === 'owed-now') return owed
  if (part === 'due') return dueDays.filter(isWanted).reduce((sum, { amount }) => sum + amount, 0)
  return movedAmounts(sumDays(days.filter(isWanted)))[part]
}

export const hasMoved = (day: MoneyDay): boolean =>
  day.refunded !== 0 || day.fees !== 0 || moneyAccounts.some((account) => day.collected[account] !== 0)
