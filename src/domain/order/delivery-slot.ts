import type { Static } from '@sinclair/typebox'
import type {
  DeliverySlotsShape,
  OfferedSlotShape,
  SlotRuleShape,
  SlotShape,
} from '@/contract/order/delivery-slots'
import { addDays, type Day, dayOf, startOfDay } from '../day'
import type { Fulfilment } from './fulfilment'

export const slotParts = ['day', 'morning', 'afternoon'] as const
export type SlotPart = (typeof slotParts)[number]

export const slotFulfilments = ['local', 'pickup'] as const
export type SlotFulfilment = (typeof slotFulfilments)[number]

export const MAX_DAYS_AHEAD = 30
export const MAX_PLACES = 999

/** When a shop delivers, or hands out what is picked up. */
export type SlotRule = Static<typeof SlotRuleShape>
export type DeliverySlots = Static<typeof DeliverySlotsShape>

/** A day, or half of it. */
export type Slot = Static<typeof SlotShape>

/** A slot that can be chosen now, unless it is full. */
export type OfferedSlot = Static<typeof OfferedSlotShape>

/** Every day, for orders until eight in the evening before. */
export const DEFAULT_SLOT_RULE: SlotRule = {
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  halfDays: false,
  cutOff: { daysBefore: 1, hour: 20 },
  daysAhead: 7,
}

const HOUR_MS = 3_600_000

/** When a morning is over, as an hour of the day. */
const NOON = 12

export const canHaveSlots = (kind: Fulfilment): kind is SlotFulfilment =>
  slotFulfilments.some((each) => each === kind)

/** The rule of a fulfilment; undefined when it has no slots. */
export const slotRuleOf = (slots: DeliverySlots | undefined, kind: Fulfilment): SlotRule | undefined =>
  canHaveSlots(kind) ? slots?.[kind] : undefined

export const isSameSlot = (a: Slot, b: Slot): boolean => a.day === b.day && a.part === b.part

/** Identifies a slot among those of a shop. */
export const slotKey = (kind: Fulfilment, { day, part }: Slot): string => `${kind} ${day} ${part}`

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

const partsOf = ({ halfDays }: SlotRule): readonly SlotPart[] =>
  halfDays ? ['morning', 'afternoon'] : ['day']

/** The first moment (epoch ms) at which orders do not count for the slot any more. A morning ends at noon in any case. */
export function closesAt({ cutOff }: SlotRule, { day, part }: Slot): number {
  const limit = startOfDay(addDays(day, -cutOff.daysBefore)) + cutOff.hour * HOUR_MS
  return part === 'morning' ? Math.min(limit, startOfDay(day) + NOON * HOUR_MS) : limit
}

/** The slots of a day that have not closed at `now`. */
const openSlotsOn = (rule: SlotRule, now: number, day: Day): Slot[] =>
  rule.weekdays.includes(weekdayOf(day))
    ? partsOf(rule)
        .map((part) => ({ day, part }))
        .filter((slot) => now < closesAt(rule, slot))
    : []

/** A day of the week is open within so many days: a week after tomorrow, whose cut-off can have passed. */
const NEXT_OPEN_DAY = 8

/** A shop that rests for more days than these offers no slot, and so does one that rests `UNTIL_REOPENED`. */
const MAX_REST_DAYS = 366

/**
 * The slots of the first day and the `daysAhead` days after it, or of the next open day when these have none. The first day is today, or the day
 * on which a resting shop is open again.
 */
function openSlots(rule: SlotRule, now: number, closedUntil: Day | undefined): Slot[] {
  const today = dayOf(now)
  const first = closedUntil !== undefined && closedUntil > today ? closedUntil : today
  if (first > addDays(today, MAX_REST_DAYS)) return []
  const days = Array.from({ length: Math.max(rule.daysAhead, NEXT_OPEN_DAY) + 1 }, (_, ahead) =>
    openSlotsOn(rule, now, addDays(first, ahead)),
  )
  const next = days.findIndex((slots) => slots.length > 0)
  return days.slice(0, Math.max(rule.daysAhead, next) + 1).flat()
}

/**
 * The slots that can be chosen at `now`, the earliest first. `taken` has the number of orders by `slotKey`; `closedUntil` is the day on which
 * a resting shop is open again.
 */
export const offeredSlots = (
  kind: SlotFulfilment,
  rule: SlotRule,
  now: number,
  taken: ReadonlyMap<string, number>,
  closedUntil?: Day,
): OfferedSlot[] =>
  openSlots(rule, now, closedUntil).map((slot) => ({
    ...slot,
    isFull: (taken.get(slotKey(kind, slot)) ?? 0) >= placesOf(rule),
  }))

/** The number of orders that a slot can take; a number that no slot reaches when there is no limit. */
export const placesOf = ({ places }: Pick<SlotRule, 'places'>): number => places ?? UNLIMITED_PLACES

/** The largest number of a 32-bit column. */
const UNLIMITED_PLACES = 2 ** 31 - 1

/** Returns the slot as it can be chosen now; undefined when it is not offered any more. */
export const findSlot = (slots: readonly OfferedSlot[], slot: Slot): OfferedSlot | undefined =>
  slots.find((each) => isSameSlot(each, slot))
