import type { Kysely, Migration } from 'kysely'

/** Adds reports of shops and products to the operator. */
export const reports: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('report')
      .addColumn('shop_id', 'text', (column) => column.notNull())
      .addColumn('product_id', 'text', (column) => column.notNull())
      .addColumn('account_id', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('note', 'text')
      .addColumn('reported_at', 'bigint', (column) => column.notNull())
      .addColumn('answered_at', 'bigint')
      .addPrimaryKeyConstraint('report_pk', ['shop_id', 'product_id', 'account_id'])
      .execute()
    await db.schema
      .createIndex('report_account')
      .on('report')
      .columns(['account_id', 'reported_at'])
      .execute()
  },
}
