import type { Kysely, Migration } from 'kysely'

/** Adds voice recordings and their uses in looks. */
export const voices: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('voice')
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('account_id', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('ms', 'integer', (column) => column.notNull())
      .addColumn('unused_since', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('voice_pk', ['id'])
      .execute()
    await db.schema.createIndex('voice_hash').on('voice').columns(['hash']).execute()
    await db.schema.createIndex('voice_unused').on('voice').columns(['unused_since']).execute()
    await db.schema
      .createTable('voice_use')
      .addColumn('voice_id', 'text', (column) => column.notNull())
      .addColumn('shop_id', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('voice_use_pk', ['voice_id', 'shop_id'])
      .execute()
    await db.schema.createIndex('voice_use_shop').on('voice_use').columns(['shop_id']).execute()
  },
}
