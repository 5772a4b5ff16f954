import type { Kysely, Migration } from 'kysely'

/** Adds practice shops. */
export const practice: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('shop').addColumn('practice_until', 'bigint').execute()
  },
}
