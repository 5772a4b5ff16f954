import { addDays, type Day, dayOf, isDay, startOfDay } from '@/domain/day'
import type { Id } from '@/domain/id'
import { daysOf, type Month, monthOf } from '@/domain/month'
import type { Fulfilment } from '@/domain/order/fulfilment'
import { findOrdersWords } from '@/locales/order/find-orders'
import { moneyWords } from '@/locales/payment/money'

/** The criteria by which a seller searches the orders, besides their state. */
export interface OrderFinder {
  search: string
  /** All days, a day that moves with the clock, or a day or month that was chosen. */
  day: 'all' | 'today' | 'yesterday' | { on: Day } | { in: Month }
  /** The day for which the order is. */
  slotDay: 'all' | Day
  fulfilment: 'all' | Fulfilment
  /** `missing`: only orders that went by courier and have no waybill. */
  waybill: 'all' | 'missing'
  payment: 'all' | 'paid' | 'due'
  /** Any order of the buyer whose orders are wanted. */
  buyer: 'all' | Id
}

export const EMPTY_FINDER: OrderFinder = {
  search: '',
  day: 'all',
  slotDay: 'all',
  fulfilment: 'all',
  waybill: 'all',
  payment: 'all',
  buyer: 'all',
}

/** The finder of a link to what is due: the orders of a buyer, or of a day. `undefined` for other addresses. */
export function finderOfLink({ buyer, due }: { buyer: string; due: string }): OrderFinder | undefined {
  const known = { ...EMPTY_FINDER, payment: 'due' } as const
  if (buyer !== '') return { ...known, buyer }
  return isDay(due) ? { ...known, day: { on: due } } : undefined
}

/** True if orders are searched by a text. */
export const isSearching = ({ search }: OrderFinder): boolean => search.trim() !== ''

export const isFinding = (finder: OrderFinder): boolean =>
  Object.entries(EMPTY_FINDER).some(([key, value]) => finder[key as keyof OrderFinder] !== value)

const isMonth = (day: OrderFinder['day']): day is { in: Month } => typeof day === 'object' && 'in' in day

/** The day with which choosing an earlier day begins: the last one of a chosen month, at most the day before yesterday. */
export function firstEarlierDay(day: OrderFinder['day'], now: number): Day {
  const latest = addDays(dayOf(now), -2)
  const last = isMonth(day) ? daysOf(day.in).at(-1) : undefined
  return last !== undefined && last < latest ? last : latest
}

/** The month with which choosing a month begins: that of a chosen day, else the current one. */
export const firstMonth = (day: OrderFinder['day'], now: number): Month =>
  typeof day === 'object' && 'on' in day ? monthOf(startOfDay(day.on)) : monthOf(now)

/** Returns the day of a finder; `today` moves with the clock. */
const dayOfFinder = (day: 'today' | 'yesterday' | { on: Day }, now: number): Day =>
  typeof day === 'object' ? day.on : addDays(dayOf(now), day === 'today' ? 0 : -1)

/** The chosen day or month on which orders were placed, in words. */
export function placedWords(day: OrderFinder['day'], now: number): string {
  if (isMonth(day)) return moneyWords.month(day.in)
  return typeof day === 'string' ? findOrdersWords.days[day] : findOrdersWords.shownDay(day.on, dayOf(now))
}

/** The query of a finder. */
export function finderQuery(finder: OrderFinder, now: number) {
  const { search, day, slotDay, fulfilment, waybill, payment, buyer } = finder
  return {
    ...(isSearching(finder) ? { search: search.trim() } : {}),
    ...(isMonth(day) ? { month: day.in } : {}),
    ...(day === 'all' || isMonth(day) ? {} : { day: dayOfFinder(day, now) }),
    ...(slotDay === 'all' ? {} : { slotDay }),
    ...(fulfilment === 'all' ? {} : { fulfilment }),
    ...(waybill === 'all' ? {} : { waybill }),
    ...(payment === 'all' ? {} : { payment }),
    ...(buyer === 'all' ? {} : { buyer }),
  }
}
