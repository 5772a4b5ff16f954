import type { Kysely, Migration } from 'kysely'

/** Adds drafts of looks and a history of published looks. */
export const looks: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('look_draft')
      .addColumn('shop_id', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('edit_hash', 'text', (column) => column.notNull())
      .addColumn('look', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('look_draft_pk', ['shop_id'])
      .execute()
    await db.schema
      .createTable('look_published')
      .addColumn('shop_id', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('request_id', 'text', (column) => column.notNull())
      .addColumn('look', 'text', (column) => column.notNull())
      .addColumn('published_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('look_published_pk', ['shop_id', 'version'])
      .execute()
  },
}
