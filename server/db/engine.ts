import { type Kysely, PostgresAdapter } from 'kysely'

/** True where a statement will run on PostgreSQL; SQLite otherwise. */
export const isPostgres = <Known>(db: Kysely<Known>): boolean =>
  db.getExecutor().adapter instanceof PostgresAdapter
