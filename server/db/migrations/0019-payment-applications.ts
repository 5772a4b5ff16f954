import type { Kysely, Migration } from 'kysely'

/** Adds the applications of shops to WeChat Pay, without their papers. */
export const paymentApplications: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('payment_application')
      .addColumn('shop_id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('number', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('reasons', 'text', (column) => column.notNull())
      .addColumn('url', 'text')
      .addColumn('transfer', 'text')
      .addColumn('sent_at', 'bigint', (column) => column.notNull())
      .addColumn('asked_at', 'bigint', (column) => column.notNull())
      .execute()
  },
}
