import { type Kysely, sql } from 'kysely'
import type { Query } from './database'
import { isPostgres } from './engine'

/** Names of the applied migrations, in order; empty for a new or foreign database. */
export async function readMigrationLevel(query: Query): Promise<string[]> {
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
