import fc from 'fast-check'
import { safeSums } from '../../../../server/modules/figures/disclosure'

describe('safeSums', () => {
  it('omits a sum that contains a single hidden part', () => {
    expect(safeSums([['a']], [['a']])).toEqual([false])
  })

  it('keeps a sum of two hidden parts, but omits a further sum that differs by one of them', () => {
    const hidden = [['a'], ['b'], ['c']]
    expect(safeSums([['a', 'b']], hidden)).toEqual([true])
    expect(safeSums([['a', 'b', 'c'], ['a', 'b'], ['b', 'c'], []], hidden)).toEqual([
      true,
      false,
      false,
      true,
    ])
  })

  it('omits the third of three sums that reveal a part only together', () => {
    const hidden = [['a'], ['b'], ['c']]
    expect(
      safeSums(
        [
          ['a', 'b'],
          ['b', 'c'],
          ['a', 'c'],
        ],
        hidden,
      ),
    ).toEqual([true, true, false])
  })

  it('omits a sum that reveals the total of a hidden group', () => {
    const hidden = [['a'], ['b'], ['c'], ['d'], ['a', 'b']]
    expect(
      safeSums(
        [
          ['a', 'b', 'c', 'd'],
          ['c', 'd'],
        ],
        hidden,
      ),
    ).toEqual([true, false])
  })

  it('never shows sums that determine the value of a hidden group', () => {
    const NAMES = ['a', 'b', 'c', 'd', 'e']
    /**
     * All differences between two worlds. By Cramer's rule, those that no sum shows are spanned by ones whose values are determinants of
     * at most four rows of zeros and ones, of which 3 is the largest.
     */
    const differences = NAMES.reduce<number[][]>(
      (all, _) => all.flatMap((one) => [-3, -2, -1, 0, 1, 2, 3].map((value) => [...one, value])),
      [[]],
    )
    const sumOf = (parts: readonly string[], values: readonly number[]) =>
      parts.reduce((sum, part) => sum + (values[NAMES.indexOf(part)] ?? 0), 0)
    const parts = fc.subarray(NAMES)
    fc.assert(
      fc.property(
        fc.array(parts, { maxLength: 6 }),
        fc.array(fc.subarray(NAMES, { minLength: 1, maxLength: 2 }), { maxLength: 3 }),
        (sums, others) => {
          const groups = [...NAMES.map((name) => [name]), ...others]
          const shown = sums.filter((_, at) => safeSums(sums, groups)[at])
          const isInvisible = (values: readonly number[]) => shown.every((sum) => sumOf(sum, values) === 0)
          for (const group of groups)
            expect(differences.some((values) => sumOf(group, values) !== 0 && isInvisible(values))).toBe(true)
        },
      ),
      // the only difference that these four sums do not show is of 3, 1, 1, 1 and 2
      { examples: [[['bde', 'abcd', 'bce', 'cde'].map((names) => [...names]), []]] },
    )
  })
})
