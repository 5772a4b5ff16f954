import { type Kysely, sql } from 'kysely'
import type { Query } from '../db/database'
import { isPostgres } from '../db/engine'
import { migrations } from '../db/migrations'
import { SetupError } from '../settings'

/** Which migrations a database has seen, in order; none where it is no database of ours, or a fresh one. */
export async function levelOf(query: Query): Promise<string[]> {
  const there = isPostgres(query)
    ? sql<{ name: string }>`select 'there' as name where to_regclass('kysely_migration') is not null`
    : sql<{ name: string }>`select name from sqlite_master where name = 'kysely_migration'`
  if ((await there.execute(query)).rows.length === 0) return []
  const rows = await (query as unknown as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom('kysely_migration')
    .select('name')
    .execute()
  return rows.map(({ name }) => name).sort()
}

/** A level that this program knows all of. What `about` calls the database must be one of ours, and none of a newer program. */
export function knownLevel(level: readonly string[], about: string): void {
  if (level.length === 0) throw new SetupError(`${about} holds no shops: it is not a database of Kaizhang.`)
  const unknown = level.find((name) => !(name in migrations))
  if (unknown !== undefined)
    throw new SetupError(`${about} was changed by a newer Kaizhang (${unknown}). Run this with that one.`)
}

/** The very level of this program. */
export function sameLevel(level: readonly string[], about: string): void {
  knownLevel(level, about)
  const missing = Object.keys(migrations).find((name) => !level.includes(name))
  if (missing !== undefined)
    throw new SetupError(
      `${about} was left by an older Kaizhang (it lacks ${missing}). Start the server on it once, stop it, then try again.`,
    )
}
