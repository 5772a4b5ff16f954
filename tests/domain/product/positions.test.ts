import fc from 'fast-check'
import { POSITION_GAP, positionBetween } from '@/domain/product/positions'
import { forAll } from '../../support/for-all'

const position = fc.integer({ min: 0, max: 2 ** 50 })

describe('positionBetween', () => {
  it('puts the only item one gap from the beginning', () => {
    expect(positionBetween(undefined, undefined)).toBe(POSITION_GAP)
  })

  it('finds no room between neighbours and before 0', () => {
    expect(positionBetween(7, 8)).toBeUndefined()
    expect(positionBetween(7, 7)).toBeUndefined()
    expect(positionBetween(undefined, 0)).toBeUndefined()
  })

  it('returns an integer between the two whenever there is one', () =>
    forAll(fc.option(position, { nil: undefined }), fc.option(position, { nil: undefined }), (a, b) => {
      const [before, after] = a !== undefined && b !== undefined && a > b ? [b, a] : [a, b]
      const found = positionBetween(before, after)
      const [low, high] = [before ?? -1, after ?? Number.POSITIVE_INFINITY]
      if (found === undefined) expect(high - low).toBeLessThan(2)
      else expect(Number.isInteger(found) && found > low && found < high).toBe(true)
    }))

  it('leaves room for more than twenty items at the same place before the list is renumbered', () => {
    const [first, after] = [POSITION_GAP, 2 * POSITION_GAP]
    let count = 0
    for (let at: number | undefined = after; at !== undefined; at = positionBetween(first, at)) count++
    expect(count).toBeGreaterThan(20)
  })
})
