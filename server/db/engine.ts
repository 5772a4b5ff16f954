import { type Kysely, PostgresAdapter } from 'kysely'

/** Returns true when the handle belongs to PostgreSQL, false for SQLite. */
export const isPostgres = <Known>(db: Kysely<Known>): boolean =>
  db.getExecutor().adapter instanceof PostgresAdapter
