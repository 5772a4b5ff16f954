/** Sums are compared modulo this prime: their products stay exact in a number. */
const PRIME = 67_108_859

type Vector = readonly number[]

const modulo = (value: number) => ((value % PRIME) + PRIME) % PRIME

/** The inverse modulo the prime (Fermat's little theorem). */
function inverse(value: number): number {
  let [result, base] = [1, value]
  for (let exponent = PRIME - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = (result * base) % PRIME
    base = (base * base) % PRIME
  }
  return result
}

const pivotOf = (vector: Vector): number => vector.findIndex((value) => value !== 0)

/** A sum from which the earlier ones are subtracted: its first part has the factor 1, and the later sums do not have that part. */
interface Row {
  pivot: number
  vector: Vector
}

/** All that can be calculated from some sums by adding and subtracting (Gaussian elimination). */
class Span {
  constructor(private readonly rows: readonly Row[] = []) {}

  /** The remainder of a vector after the rows of this span are subtracted: zeros if the vector can be calculated. */
  private reduce(given: Vector): Vector {
    return this.rows.reduce((rest, { pivot, vector }) => {
      const factor = rest[pivot] ?? 0
      return factor === 0 ? rest : rest.map((value, at) => modulo(value - factor * (vector[at] ?? 0)))
    }, given)
  }

  contains(vector: Vector): boolean {
    return pivotOf(this.reduce(vector)) < 0
  }

  with(given: Vector): Span {
    const rest = this.reduce(given)
    const pivot = pivotOf(rest)
    if (pivot < 0) return this
    const factor = inverse(rest[pivot] ?? 1)
    const vector = rest.map((value) => modulo(value * factor))
    return new Span([...this.rows, { pivot, vector }])
  }
}

/**
 * Decides which sums may count the hidden parts they have. Subtracting one shown sum from another may yield a sum of hidden
 * parts that reveals a hidden group; such a sum is left out. Sums are given by importance, and the first are preferred.
 * @param sums the hidden parts in each sum, by their names
 * @param groups the groups that must stay hidden, as the names of their parts
 */
export function safeSums(
  sums: readonly (readonly string[])[],
  groups: readonly (readonly string[])[],
): boolean[] {
  const names = [...new Set([...sums, ...groups].flat())]
  const vectorOf = (parts: readonly string[]): Vector => names.map((name) => (parts.includes(name) ? 1 : 0))
  const hidden = groups.filter((parts) => parts.length > 0).map(vectorOf)
  let shown = new Span()
  return sums.map((parts) => {
    const next = shown.with(vectorOf(parts))
    if (next === shown) return true
    if (hidden.some((group) => next.contains(group))) return false
    shown = next
    return true
  })
}
