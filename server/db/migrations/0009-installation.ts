import type { Kysely, Migration } from 'kysely'

/** Adds a table with one row about the installation that the database belongs to. */
export const installation: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('installation')
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('secret_mark', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('installation_pk', ['id'])
      .execute()
  },
}
