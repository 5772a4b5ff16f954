import type { Fen } from '../money'

/**
 * The differences of a payment service's statement from the recorded movements. `unknown`: it names a movement that is not recorded.
 * `unfinished`: a movement that is recorded as not finished. `amount`: another amount. `missing`: it does not name a recorded movement.
 */
export const mismatches = ['unknown', 'unfinished', 'amount', 'missing'] as const
export type Mismatch = (typeof mismatches)[number]

/** A payment or a refund by its number at the service. */
interface Movement {
  kind: 'payment' | 'refund'
  number: string
  amount: Fen
}

export interface RecordedMovement extends Movement {
  /** Paid, or returned. */
  isDone: boolean
}

export interface StatementDifference {
  mismatch: Mismatch
  kind: Movement['kind']
  number: string
  /** In fen, as far as each side knows the movement. */
  stated?: Fen
  recorded?: Fen
}

const keyOf = ({ kind, number }: Pick<Movement, 'kind' | 'number'>): string => `${kind} ${number}`

/**
 * Compares the lines of a day's statement with what is recorded. `recorded` holds everything that the statement names, whatever its day;
 * `expected` what the statement has to name.
 */
export function compareStatement(
  lines: readonly Movement[],
  recorded: readonly RecordedMovement[],
  expected: readonly RecordedMovement[],
): StatementDifference[] {
  const known = new Map(recorded.map((one) => [keyOf(one), one]))
  const stated = new Set(lines.map(keyOf))
  return [
    ...lines.flatMap((line) => compareLine(line, known.get(keyOf(line)))),
    ...expected
      .filter((one) => !stated.has(keyOf(one)))
      .map(({ kind, number, amount }) => ({ mismatch: 'missing' as const, kind, number, recorded: amount })),
  ]
}

function compareLine(
  { kind, number, amount }: Movement,
  known: RecordedMovement | undefined,
): StatementDifference[] {
  const both = { kind, number, stated: amount }
  if (!known) return [{ mismatch: 'unknown', ...both }]
  if (known.amount !== amount) return [{ mismatch: 'amount', ...both, recorded: known.amount }]
  return known.isDone ? [] : [{ mismatch: 'unfinished', ...both, recorded: known.amount }]
}
