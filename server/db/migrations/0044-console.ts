import type { Kysely, Migration } from 'kysely'

/** Adds the people who operate the installation, how they sign in, their audit trail, and from which network shops were opened. */
export const console: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('operator')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('ended_at', 'bigint')
      .execute()
    await db.schema
      .createTable('operator_link')
      .addColumn('code_hash', 'text', (column) => column.primaryKey().notNull())
      .addColumn('operator_id', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('used_by', 'text')
      .execute()
    await db.schema
      .createTable('operator_session')
      .addColumn('account_id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('operator_id', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('audit_entry')
      .addColumn('number', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('operator_id', 'text')
      .addColumn('action', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('details', 'text')
      .addColumn('hash', 'text', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('audit_head')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .execute()
    await db.schema.alterTable('shop').addColumn('opened_near', 'text').execute()
    await db.schema.alterTable('shop').addColumn('blocked_by', 'text').execute()
    await db.schema.createIndex('shop_opened_near').on('shop').columns(['opened_near']).execute()
    await db.schema.createIndex('shop_blocked_by').on('shop').columns(['blocked_by']).execute()
  },
}
