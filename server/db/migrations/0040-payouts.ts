import type { Kysely, Migration } from 'kysely'

/** Adds the payouts to sellers' bank accounts, and marks failed refunds that are paid to the seller. */
export const payouts: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('payout')
      .addColumn('shop_id', 'text', (column) => column.notNull())
      .addColumn('number', 'text', (column) => column.notNull())
      .addColumn('merchant', 'text', (column) => column.notNull())
      .addColumn('amount', 'bigint', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('payout_pk', ['shop_id', 'number'])
      .execute()
    await db.schema
      .alterTable('refund')
      .addColumn('to_seller', 'integer', (added) => added.notNull().defaultTo(0))
      .execute()
  },
}
