import type { Kysely, Migration } from 'kysely'

/** Adds the codes that show whose a phone is, and what text messages have cost in each month. */
export const sms: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('phone_code')
      .addColumn('account_id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('phone', 'text', (column) => column.notNull())
      .addColumn('code_hash', 'text', (column) => column.notNull())
      .addColumn('tries', 'integer', (column) => column.notNull())
      .addColumn('sent_at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('sms_month')
      .addColumn('month', 'text', (column) => column.primaryKey().notNull())
      .addColumn('spent', 'integer', (column) => column.notNull())
      .execute()
  },
}
