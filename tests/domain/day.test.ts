import fc from 'fast-check'
import { addDays, dayOf, isDay, startOfDay } from '@/domain/day'

/** Between 2001 and 2099. */
const moment = fc.integer({ min: 978_307_200_000, max: 4_070_908_800_000 })

test.each([
  ['2026-11-24T15:59:59.999Z', '2026-11-24'],
  ['2026-11-24T16:00:00.000Z', '2026-11-25'],
  ['2026-12-31T16:00:00.000Z', '2027-01-01'],
  ['2028-02-28T20:00:00.000Z', '2028-02-29'],
])('%s is the day %s in China', (at, day) => {
  expect(dayOf(Date.parse(at))).toBe(day)
})

test('a day begins at midnight in China', () => {
  expect(new Date(startOfDay('2026-11-25')).toISOString()).toBe('2026-11-24T16:00:00.000Z')
})

test('every moment lies in its own day and not in the next', () => {
  fc.assert(
    fc.property(moment, (at) => {
      const day = dayOf(at)
      expect(startOfDay(day)).toBeLessThanOrEqual(at)
      expect(startOfDay(addDays(day, 1))).toBeGreaterThan(at)
    }),
  )
})

test('days are added and taken away over months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
  fc.assert(
    fc.property(moment, fc.integer({ min: -400, max: 400 }), (at, days) => {
      expect(addDays(addDays(dayOf(at), days), -days)).toBe(dayOf(at))
    }),
  )
})

test.each(['2026-11-25', '2028-02-29', '2026-01-01'])('%s is a day', (text) => {
  expect(isDay(text)).toBe(true)
})

test.each(['2026-02-30', '2027-02-29', '2026-13-01', '2026-1-1', '', '2026-11-25T00:00', 'tomorrow'])(
  '%p is none',
  (text) => {
    expect(isDay(text)).toBe(false)
  },
)
