import fc from 'fast-check'
import { fingerprint } from '../../server/fingerprint'
import { forAll } from '../support/for-all'

test('fingerprint ignores the order of fields but not the order of a list', () => {
  expect(fingerprint({ a: 1, b: { c: [1, 2], d: undefined } })).toBe(fingerprint({ b: { c: [1, 2] }, a: 1 }))
  expect(fingerprint([1, 2])).not.toBe(fingerprint([2, 1]))
  expect(fingerprint({ a: '1' })).not.toBe(fingerprint({ a: 1 }))
})

test('fingerprint differs exactly when two JSON values differ', () =>
  forAll(fc.jsonValue(), fc.jsonValue(), (a, b) => {
    const [x, y] = [JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b))]
    let same = true
    try {
      expect(x).toEqual(y)
    } catch {
      same = false
    }
    expect(fingerprint(x) === fingerprint(y)).toBe(same)
  }))
