import fc from 'fast-check'
import { addDays, type Day, dayOf, startOfDay } from '@/domain/day'
import {
  closesAt,
  DEFAULT_SLOT_RULE,
  findSlot,
  offeredSlots,
  type Slot,
  type SlotRule,
  slotKey,
  slotRuleOf,
  weekdayOf,
} from '@/domain/order/delivery-slot'
import { UNTIL_REOPENED } from '@/domain/shop/shop'
import { forAll } from '../../support/for-all'

const HOUR = 3_600_000

/** A Wednesday. */
const WEDNESDAY = '2026-11-25'

/** A moment of a day in China. */
const at = (day: Day, hour: number) => startOfDay(day) + hour * HOUR

const ruleWith = (changes: Partial<SlotRule> = {}): SlotRule => ({ ...DEFAULT_SLOT_RULE, ...changes })

const daysAt = (rule: SlotRule, now: number) =>
  offeredSlots('local', rule, now, new Map()).map(({ day, part }) =>
    part === 'day' ? day : `${day} ${part}`,
  )

describe('weekdayOf', () => {
  it('counts from Monday to Sunday', () => {
    expect(weekdayOf(WEDNESDAY)).toBe(3)
    expect(weekdayOf('2026-11-29')).toBe(7)
    expect(weekdayOf('2026-11-30')).toBe(1)
  })
})

describe('offeredSlots', () => {
  it('offers the next day until eight in the evening, and the day after that from then on', () => {
    const rule = ruleWith({ daysAhead: 2 })
    expect(daysAt(rule, at(WEDNESDAY, 20) - 1)).toEqual(['2026-11-26', '2026-11-27'])
    expect(daysAt(rule, at(WEDNESDAY, 20))).toEqual(['2026-11-27'])
  })

  it('offers one day more from midnight in China on', () => {
    const rule = ruleWith({ daysAhead: 2 })
    expect(daysAt(rule, at('2026-11-26', 0) - 1)).toEqual(['2026-11-27'])
    expect(daysAt(rule, at('2026-11-26', 0))).toEqual(['2026-11-27', '2026-11-28'])
  })

  it('offers the same day until its hour', () => {
    const rule = ruleWith({ daysAhead: 1, cutOff: { daysBefore: 0, hour: 10 } })
    expect(daysAt(rule, at(WEDNESDAY, 10) - 1)).toEqual([WEDNESDAY, '2026-11-26'])
    expect(daysAt(rule, at(WEDNESDAY, 10))).toEqual(['2026-11-26'])
  })

  it('offers a morning until noon at the latest, and its afternoon until the hour of the day', () => {
    const rule = ruleWith({ daysAhead: 1, halfDays: true, cutOff: { daysBefore: 0, hour: 15 } })
    const next = ['2026-11-26 morning', '2026-11-26 afternoon']
    expect(daysAt(rule, at(WEDNESDAY, 12) - 1)).toEqual([
      `${WEDNESDAY} morning`,
      `${WEDNESDAY} afternoon`,
      ...next,
    ])
    expect(daysAt(rule, at(WEDNESDAY, 12))).toEqual([`${WEDNESDAY} afternoon`, ...next])
    expect(daysAt(rule, at(WEDNESDAY, 15))).toEqual(next)
  })

  it('offers the weekdays of the shop only, across the end of a month and a year', () => {
    const rule = ruleWith({ weekdays: [2, 5], daysAhead: 14 })
    expect(daysAt(rule, at('2026-12-28', 9))).toEqual([
      '2026-12-29',
      '2027-01-01',
      '2027-01-05',
      '2027-01-08',
    ])
  })

  it('offers the next open day when none of the days ahead is open', () => {
    const rule = ruleWith({ weekdays: [6], daysAhead: 3 })
    expect(daysAt(rule, at('2026-11-22', 9))).toEqual(['2026-11-28'])
    expect(daysAt(rule, at(WEDNESDAY, 9))).toEqual(['2026-11-28'])
    // the cut-off of this Saturday is over
    expect(daysAt(rule, at('2026-11-27', 20))).toEqual(['2026-12-05'])
    expect(daysAt({ ...rule, halfDays: true }, at('2026-11-28', 9))).toEqual([
      '2026-12-05 morning',
      '2026-12-05 afternoon',
    ])
  })

  it('offers no further day while one of the days ahead is open, even if it is full', () => {
    const rule = ruleWith({ weekdays: [4], daysAhead: 3, places: 1 })
    const taken = new Map([[slotKey('local', { day: '2026-11-26', part: 'day' }), 1]])
    expect(offeredSlots('local', rule, at(WEDNESDAY, 9), taken)).toEqual([
      { day: '2026-11-26', part: 'day', isFull: true },
    ])
  })

  it('starts with the day on which a paused shop reopens', () => {
    const daysUntil = (closedUntil: Day, now = at(WEDNESDAY, 9), rule = ruleWith({ daysAhead: 2 })) =>
      offeredSlots('local', rule, now, new Map(), closedUntil).map(({ day }) => day)
    expect(daysUntil('2026-12-24')).toEqual(['2026-12-24', '2026-12-25', '2026-12-26'])
    // the cut-off of the first day is over
    expect(daysUntil('2026-11-26', at(WEDNESDAY, 20))).toEqual(['2026-11-27', '2026-11-28'])
    expect(daysUntil('2026-11-30', at(WEDNESDAY, 9), ruleWith({ weekdays: [4], daysAhead: 2 }))).toEqual([
      '2026-12-03',
    ])
    // the rest is over
    expect(daysUntil('2026-11-20')).toEqual(['2026-11-26', '2026-11-27'])
    expect(daysUntil(WEDNESDAY)).toEqual(['2026-11-26', '2026-11-27'])
  })

  it('offers nothing while the day on which a shop reopens is unknown', () => {
    expect(offeredSlots('local', ruleWith(), at(WEDNESDAY, 9), new Map(), UNTIL_REOPENED)).toEqual([])
  })

  it('marks a slot as full when it has as many orders as it can take', () => {
    const rule = ruleWith({ daysAhead: 2, places: 2 })
    const taken = new Map([
      [slotKey('local', { day: '2026-11-26', part: 'day' }), 2],
      [slotKey('local', { day: '2026-11-27', part: 'day' }), 1],
      [slotKey('pickup', { day: '2026-11-27', part: 'day' }), 2],
    ])
    const slots = offeredSlots('local', rule, at(WEDNESDAY, 9), taken)
    expect(slots.map(({ isFull }) => isFull)).toEqual([true, false])
  })

  it('never marks a slot as full without a limit', () => {
    const taken = new Map([[slotKey('local', { day: '2026-11-26', part: 'day' }), 5000]])
    expect(offeredSlots('local', ruleWith(), at(WEDNESDAY, 9), taken)[0]).toEqual({
      ...{ day: '2026-11-26', part: 'day', isFull: false },
    })
  })

  const rules: fc.Arbitrary<SlotRule> = fc.record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    halfDays: fc.boolean(),
    cutOff: fc.record({ daysBefore: fc.integer({ min: 0, max: 1 }), hour: fc.integer({ min: 1, max: 24 }) }),
    daysAhead: fc.integer({ min: 1, max: 30 }),
  })

  it('offers exactly the slots that have not closed, in order, at any moment', () =>
    forAll(rules, fc.nat(366 * 24 * 60), (rule, minutes) => {
      const now = startOfDay('2026-01-01') + minutes * 60_000
      const slots = offeredSlots('local', rule, now, new Map())
      const today = dayOf(now)
      const last = addDays(today, rule.daysAhead)
      for (const slot of slots) {
        expect(rule.weekdays).toContain(weekdayOf(slot.day))
        expect(now).toBeLessThan(closesAt(rule, slot))
        expect(slot.day >= today).toBe(true)
      }
      // there is a day in any case, and beyond the days ahead only one
      expect(slots.length).toBeGreaterThan(0)
      const isOneDay = new Set(slots.map(({ day }) => day)).size === 1
      expect(isOneDay || slots.every(({ day }) => day <= last)).toBe(true)
      const starts = slots.map(({ day, part }) => `${day} ${part === 'afternoon' ? 1 : 0}`)
      expect([...new Set(starts)].sort()).toEqual(starts)
      // a later moment offers no slot of the same days that an earlier one did not
      const later = offeredSlots('local', rule, now + HOUR, new Map())
      const isKnown = (slot: Slot) => findSlot(slots, slot) !== undefined
      expect(later.filter(({ day }) => day <= last).every(isKnown)).toBe(true)
    }))
})

describe('slotRuleOf', () => {
  it('returns the rule of a way of sending, or undefined where there is none', () => {
    const slots = { local: DEFAULT_SLOT_RULE }
    expect(slotRuleOf(slots, 'local')).toBe(DEFAULT_SLOT_RULE)
    expect(slotRuleOf(slots, 'pickup')).toBeUndefined()
    expect(slotRuleOf(slots, 'courier')).toBeUndefined()
    expect(slotRuleOf(undefined, 'local')).toBeUndefined()
  })
})
