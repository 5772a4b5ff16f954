import fc from 'fast-check'
import { safeSums } from '../../../../server/modules/figures/disclosure'

/** The rank of a matrix of few zeros and ones (Gaussian elimination; larger pivots first keep the rounding far below 1e-6). */
function rankOf([first = [], ...others]: readonly (readonly number[])[]): number {
  if (first.length === 0) return 0
  const rows = [first, ...others].sort((a, b) => Math.abs(b[0] ?? 0) - Math.abs(a[0] ?? 0))
  const [[pivot = 0, ...top] = [], ...below] = rows
  if (Math.abs(pivot) < 1e-6) return rankOf(rows.map(([, ...rest]) => rest))
  return (
    1 +
    rankOf(
      below.map(([head = 0, ...rest]) => rest.map((value, at) => value - (head / pivot) * (top[at] ?? 0))),
    )
  )
}

type Parts = readonly string[]

/** The sums that may be shown by calculation: the rule of `safeSums` must not show more. */
function calculatedSums(sums: readonly Parts[], groups: readonly Parts[]): boolean[] {
  const names = [...new Set([...sums, ...groups].flat())]
  const rank = (all: readonly Parts[]) =>
    rankOf(all.map((parts) => names.map((name) => (parts.includes(name) ? 1 : 0))))
  const isCalculable = (group: Parts, shown: readonly Parts[]) =>
    group.length > 0 && rank([...shown, group]) === rank(shown)
  let shown: readonly Parts[] = []
  return sums.map((parts) => {
    const next = [...shown, parts]
    if (groups.some((group) => isCalculable(group, next))) return false
    shown = next
    return true
  })
}

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

  it('omits sums that reveal a part only together', () => {
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
    ).toEqual([true, false, false])
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

  it('shows as many sums of a total and its towns as calculation admits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ size: fc.nat({ max: 3 }), isHidden: fc.boolean() }), { maxLength: 5 }),
        (towns) => {
          const parts = towns.map(({ size }, town) =>
            Array.from({ length: size }, (_, at) => `${town}-${at}`),
          )
          const sums = [parts.flat(), ...parts.map((names, at) => (towns[at]?.isHidden ? [] : names))]
          const groups = [
            ...parts.flat().map((name) => [name]),
            ...parts.filter((_, at) => towns[at]?.isHidden),
          ]
          expect(safeSums(sums, groups)).toEqual(calculatedSums(sums, groups))
        },
      ),
    )
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
