import type { Kysely, Migration } from 'kysely'

/** Adds how far shops' own mini-programs are on their way to buyers. */
export const ownApp: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('own_app')
      .addColumn('shop_id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('appid', 'text', (column) => column.notNull())
      .addColumn('states', 'text', (column) => column.notNull())
      .addColumn('note', 'text')
      .addColumn('filing', 'text')
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .execute()
  },
}
