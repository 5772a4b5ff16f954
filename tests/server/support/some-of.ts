import fc from 'fast-check'

export const LONG = process.env.KZ_LONG === '1'
export const SEED = Number(process.env.KZ_SEED ?? (LONG ? Date.now() % 1_000_000 : 1))

/** Returns one in `part` items, chosen by the seed and `salt`; the long run returns all. */
export function someOf<T>(all: readonly T[], part: number, salt = 0): T[] {
  if (LONG) return [...all]
  const [shuffled] = fc.sample(fc.shuffledSubarray([...all], { minLength: all.length }), {
    seed: SEED + salt,
    numRuns: 1,
  })
  return (shuffled ?? []).slice(0, Math.ceil(all.length / part))
}
