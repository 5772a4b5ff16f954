import fc from 'fast-check'
import { BASE32, createId, ID_PATTERN, idTimestamp } from '@/domain/id'
import { forAll } from '../support/for-all'

const pattern = new RegExp(ID_PATTERN)
const moment = fc.integer({ min: 0, max: 2 ** 48 - 1 })
const random = fc.uint8Array({ minLength: 16, maxLength: 16 })

describe('createId', () => {
  it('returns 26 characters of an alphabet without I, L, O and U', () => {
    expect(BASE32).toHaveLength(32)
    expect(BASE32).not.toMatch(/[ILOU]/)
    forAll(moment, random, (now, bytes) => {
      expect(createId(now, bytes)).toMatch(pattern)
      expect(idTimestamp(createId(now, bytes))).toBe(now)
    })
  })

  it('sorts a later id after an earlier one for any random bytes', () =>
    forAll(moment, moment, random, random, (a, b, one, other) => {
      fc.pre(a < b)
      expect(createId(a, one) < createId(b, other)).toBe(true)
    }))

  it('returns different ids at one moment for different random bytes', () =>
    forAll(moment, random, random, (now, one, other) => {
      fc.pre(one.some((byte, i) => byte % 32 !== (other[i] ?? 0) % 32))
      expect(createId(now, one)).not.toBe(createId(now, other))
    }))

  it('encodes the time in its first ten characters', () =>
    forAll(moment, random, (now, bytes) => {
      const time = [...createId(now, bytes).slice(0, 10)].reduce(
        (sum, sign) => sum * 32 + BASE32.indexOf(sign),
        0,
      )
      expect(time).toBe(now)
    }))

  it('encodes the example of the ULID specification', () => {
    expect(createId(1_469_918_176_385, new Uint8Array(16)).slice(0, 10)).toBe('01ARYZ6S41')
  })

  it.each(['', '01ARZ3NDEKTSV4RRFFQ69G5FAVX', '81ARZ3NDEKTSV4RRFFQ69G5FAV', '01ARZ3NDEKTSV4RRFFQ69G5FAU'])(
    'never produces the malformed id %p',
    (text) => {
      expect(text).not.toMatch(pattern)
    },
  )
})
