import fc from 'fast-check'
import { addDays, dayOf, isDay, startOfDay } from '@/domain/day'
import { forAll } from '../support/for-all'

/** Timestamps in ms between 2001 and 2099. */
const moment = fc.integer({ min: 978_307_200_000, max: 4_070_908_800_000 })

describe('day', () => {
  it.each([
    ['2026-11-24T15:59:59.999Z', '2026-11-24'],
    ['2026-11-24T16:00:00.000Z', '2026-11-25'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
    ['2028-02-28T20:00:00.000Z', '2028-02-29'],
  ])('maps %s to the day %s in China', (at, day) => {
    expect(dayOf(Date.parse(at))).toBe(day)
  })

  it('starts a day at midnight in China', () => {
    expect(new Date(startOfDay('2026-11-25')).toISOString()).toBe('2026-11-24T16:00:00.000Z')
  })

  it('places every timestamp between the start of its day and the start of the next', () =>
    forAll(moment, (at) => {
      const day = dayOf(at)
      expect(startOfDay(day)).toBeLessThanOrEqual(at)
      expect(startOfDay(addDays(day, 1))).toBeGreaterThan(at)
    }))

  it('adds and subtracts days across months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
    forAll(moment, fc.integer({ min: -400, max: 400 }), (at, days) => {
      expect(addDays(addDays(dayOf(at), days), -days)).toBe(dayOf(at))
    })
  })

  it.each(['2026-11-25', '2028-02-29', '2026-01-01'])('accepts %s as a day', (text) => {
    expect(isDay(text)).toBe(true)
  })

  it.each(['2026-02-30', '2027-02-29', '2026-13-01', '2026-1-1', '', '2026-11-25T00:00', 'tomorrow'])(
    'rejects %p as a day',
    (text) => {
      expect(isDay(text)).toBe(false)
    },
  )
})
