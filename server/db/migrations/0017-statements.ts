import type { Kysely, Migration } from 'kysely'

/** Adds the fees that payment services state, and which statements were compared. */
export const statements: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('payment').addColumn('fee', 'bigint').execute()
    await db.schema.alterTable('refund').addColumn('fee', 'bigint').execute()
    await db.schema
      .createTable('statement_check')
      .addColumn('service', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('checked_at', 'bigint', (column) => column.notNull())
      .addColumn('lines', 'integer', (column) => column.notNull())
      .addColumn('differences', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('statement_check_pk', ['service', 'day'])
      .execute()
  },
}
