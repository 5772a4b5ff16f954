import type { Kysely, Migration } from 'kysely'

/** Adds the contents that are checked, where they are used, and what operators tell the owners of blocked shops. */
export const content: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('content')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('text', 'text')
      .addColumn('verdict', 'text', (column) => column.notNull())
      .addColumn('source', 'text')
      .addColumn('label', 'text')
      .addColumn('tries', 'integer', (column) => column.notNull())
      .addColumn('due_at', 'bigint')
      .addColumn('trace', 'text')
      .addColumn('decided_at', 'bigint')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('content_due').on('content').columns(['due_at']).execute()
    await db.schema.createIndex('content_verdict').on('content').columns(['verdict', 'decided_at']).execute()
    await db.schema.createIndex('content_trace').on('content').columns(['trace']).execute()
    await db.schema
      .createTable('content_use')
      .addColumn('content_id', 'text', (column) => column.notNull())
      .addColumn('shop_id', 'text', (column) => column.notNull())
      .addColumn('place', 'text', (column) => column.notNull())
      .addColumn('account_id', 'text', (column) => column.notNull())
      .addColumn('used_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('content_use_pk', ['content_id', 'shop_id', 'place', 'account_id'])
      .execute()
    await db.schema.createIndex('content_use_shop').on('content_use').columns(['shop_id']).execute()
    await db.schema
      .createIndex('content_use_account')
      .on('content_use')
      .columns(['account_id', 'used_at'])
      .execute()
    await db.schema
      .createTable('content_appeal')
      .addColumn('content_id', 'text', (column) => column.notNull())
      .addColumn('shop_id', 'text', (column) => column.notNull())
      .addColumn('note', 'text', (column) => column.notNull())
      .addColumn('appealed_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('content_appeal_pk', ['content_id', 'shop_id'])
      .execute()
    await db.schema
      .alterTable('shop')
      .addColumn('texts_recorded', 'integer', (added) => added.notNull().defaultTo(0))
      .execute()
    await db.schema.alterTable('operator_log').addColumn('owner_reason', 'text').execute()
  },
}
