import type { Kysely, Migration } from 'kysely'

/** Adds what a shop says to buyers while it takes no orders. */
export const closedNote: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('shop').addColumn('closed_note', 'text').execute()
  },
}
