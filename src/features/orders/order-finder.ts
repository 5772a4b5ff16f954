import { addDays, type Day, dayOf, isDay } from '@/domain/day'
import type { Fulfilment } from '@/domain/fulfilment'
import type { Id } from '@/domain/id'

/** What a seller looks for among her orders, beside their state. */
export interface OrderFinder {
  search: string
  /** All days, a day that moves with the clock, or one that was chosen. */
  day: 'all' | 'today' | 'yesterday' | { on: Day }
  /** The day for which the order is, likewise. */
  slotDay: 'all' | 'today' | 'tomorrow' | { on: Day }
  fulfilment: 'all' | Fulfilment
  payment: 'all' | 'paid' | 'due'
  /** Any order of the buyer whose orders are wanted. */
  buyer: 'all' | Id
}

export const EMPTY_FINDER: OrderFinder = {
  search: '',
  day: 'all',
  slotDay: 'all',
  fulfilment: 'all',
  payment: 'all',
  buyer: 'all',
}

/** The finder of a link to what is due: the orders of a buyer, or of a day. `undefined` for other addresses. */
export function finderOfLink({ buyer, due }: { buyer: string; due: string }): OrderFinder | undefined {
  const known = { ...EMPTY_FINDER, payment: 'due' } as const
  if (buyer !== '') return { ...known, buyer }
  return isDay(due) ? { ...known, day: { on: due } } : undefined
}

/** Whether orders are looked for by a text. */
export const isSearching = ({ search }: OrderFinder): boolean => search.trim() !== ''

export const isFinding = (finder: OrderFinder): boolean =>
  Object.entries(EMPTY_FINDER).some(([key, value]) => finder[key as keyof OrderFinder] !== value)

/** Returns the day of a finder; `today` moves with the clock. */
function dayOfFinder(day: Exclude<OrderFinder['day' | 'slotDay'], 'all'>, now: number): Day {
  if (typeof day === 'object') return day.on
  return addDays(dayOf(now), { yesterday: -1, today: 0, tomorrow: 1 }[day])
}

/** The query of a finder. */
export function finderQuery(finder: OrderFinder, now: number) {
  const { search, day, slotDay, fulfilment, payment, buyer } = finder
  return {
    ...(isSearching(finder) ? { search: search.trim() } : {}),
    ...(day === 'all' ? {} : { day: dayOfFinder(day, now) }),
    ...(slotDay === 'all' ? {} : { slotDay: dayOfFinder(slotDay, now) }),
    ...(fulfilment === 'all' ? {} : { fulfilment }),
    ...(payment === 'all' ? {} : { payment }),
    ...(buyer === 'all' ? {} : { buyer }),
  }
}
