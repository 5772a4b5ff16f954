import type { Kysely, Migration } from 'kysely'

/** Adds the versions of the installation's documents, and who agreed to which. */
export const documents: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('document')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('changes', 'text', (column) => column.notNull())
      .addColumn('important', 'integer', (column) => column.notNull())
      .addColumn('announced_at', 'bigint', (column) => column.notNull())
      .addColumn('effective_at', 'bigint', (column) => column.notNull())
      .addColumn('withdrawn_at', 'bigint')
      .addPrimaryKeyConstraint('document_pk', ['kind', 'version'])
      .execute()
    await db.schema
      .createTable('consent')
      .addColumn('account_id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('agreed_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('consent_pk', ['account_id', 'kind', 'version'])
      .execute()
  },
}
