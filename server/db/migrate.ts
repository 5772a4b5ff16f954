import { type Kysely, Migrator } from 'kysely'
import { migrations } from './migrations'
import type { Tables } from './tables'

/** Brings the schema up to date; throws what went wrong, leaving the database at the last good migration. */
export async function migrate(query: Kysely<Tables>): Promise<void> {
  const { error } = await new Migrator({ db: query, provider: migrations }).migrateToLatest()
  if (error) throw error
}
