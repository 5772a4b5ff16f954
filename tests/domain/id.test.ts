import fc from 'fast-check'
import { BASE32, ID_PATTERN, madeAt, makeId } from '@/domain/id'

const pattern = new RegExp(ID_PATTERN)
const moment = fc.integer({ min: 0, max: 2 ** 48 - 1 })
const random = fc.uint8Array({ minLength: 16, maxLength: 16 })

test('ids are 26 signs of an alphabet without I, L, O and U', () => {
  expect(BASE32).toHaveLength(32)
  expect(BASE32).not.toMatch(/[ILOU]/)
  fc.assert(
    fc.property(moment, random, (now, bytes) => {
      expect(makeId(now, bytes)).toMatch(pattern)
      expect(madeAt(makeId(now, bytes))).toBe(now)
    }),
  )
})

test('a later id sorts after an earlier one, whatever the random bytes', () => {
  fc.assert(
    fc.property(moment, moment, random, random, (a, b, one, other) => {
      fc.pre(a < b)
      expect(makeId(a, one) < makeId(b, other)).toBe(true)
    }),
  )
})

test('ids of one moment differ as their random bytes do', () => {
  fc.assert(
    fc.property(moment, random, random, (now, one, other) => {
      fc.pre(one.some((byte, i) => byte % 32 !== (other[i] ?? 0) % 32))
      expect(makeId(now, one)).not.toBe(makeId(now, other))
    }),
  )
})

test('the time is read back from the first ten signs', () => {
  fc.assert(
    fc.property(moment, random, (now, bytes) => {
      const time = [...makeId(now, bytes).slice(0, 10)].reduce(
        (sum, sign) => sum * 32 + BASE32.indexOf(sign),
        0,
      )
      expect(time).toBe(now)
    }),
  )
})

test('an id as the specification writes it', () => {
  expect(makeId(1_469_918_176_385, new Uint8Array(16)).slice(0, 10)).toBe('01ARYZ6S41')
})

test.each(['', '01ARZ3NDEKTSV4RRFFQ69G5FAVX', '81ARZ3NDEKTSV4RRFFQ69G5FAV', '01ARZ3NDEKTSV4RRFFQ69G5FAU'])(
  '%p is no id',
  (text) => {
    expect(text).not.toMatch(pattern)
  },
)
