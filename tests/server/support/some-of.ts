import fc from 'fast-check'

export const LONG = process.env.KZ_LONG === '1'
const LONG_SHARE = process.env.KZ_ENGINE === undefined ? 1 : 3
export const SEED = Number(process.env.KZ_SEED ?? (LONG ? Date.now() % 1_000_000 : 1))

/**
 * Returns one in `part` items, chosen by the seed and `salt`. The long run returns all on SQLite, and one in three on PostgreSQL, where
 * each request costs five times as much.
 */
export function someOf<T>(all: readonly T[], part: number, salt = 0): T[] {
  const share = LONG ? Math.min(part, LONG_SHARE) : part
  if (share === 1) return [...all]
  const [shuffled] = fc.sample(fc.shuffledSubarray([...all], { minLength: all.length }), {
    seed: SEED + salt,
    numRuns: 1,
  })
  return (shuffled ?? []).slice(0, Math.ceil(all.length / share))
}
