import { median, type Row } from '../table'

export const RUNS = 7
/** Length of the list beside a long one. */
export const SHORT_LENGTH = 5
/** Allowed ratio to the short list, for the noise of a shared machine. */
const MAX_RATIO = 1.25

/** Two things, or measurements of them, with a long and a short list. */
export type Pair<T> = Record<'long' | 'short', T>

/** Measures both shops alternately, so that other load on the machine affects both. */
export async function measureAlternately<S, T>(
  shops: Pair<S>,
  measure: (shop: S) => Promise<T>,
): Promise<Pair<T[]>> {
  await measure(shops.short)
  const long: T[] = []
  const short: T[] = []
  for (let i = 0; i < RUNS; i++) {
    long.push(await measure(shops.long))
    short.push(await measure(shops.short))
  }
  return { long, short }
}

/** Compares the median times with a long and a short list, in ms. */
export function timeRow(what: string, { long, short }: Pair<number[]>): Row {
  const [many, few] = [median(long), median(short)]
  return {
    what,
    figure: `${many.toFixed(0)} ms, ${SHORT_LENGTH}: ${few.toFixed(0)} ms (× ${(many / few).toFixed(2)})`,
    budget: `≤ × ${MAX_RATIO}`,
    isWithinBudget: many <= few * MAX_RATIO,
  }
}
