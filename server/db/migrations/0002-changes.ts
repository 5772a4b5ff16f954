import type { Kysely, Migration } from 'kysely'

/** Adds a change counter to shops, by which one lookup shows whether a cached storefront is current. */
export const changes: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('shop')
      .addColumn('changes', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
  },
}
