import type { Kysely, Migration } from 'kysely'

/** A shop counts its changes, so that whoever keeps what it showed can tell by one look-up whether that is still so. */
export const changes: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('shop')
      .addColumn('changes', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
  },
}
