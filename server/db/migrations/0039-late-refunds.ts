import { type Kysely, type Migration, sql } from 'kysely'

/**
 * Adds the description of a payment, and marks those of the platform role until now, which are combined orders at WeChat Pay. Adds how a
 * refund went on after it failed.
 */
export const lateRefunds: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('payment').addColumn('description', 'text').execute()
    await db.schema.alterTable('refund').addColumn('service_id', 'text').execute()
    for (const [table, column] of [
      ['payment', 'combined'],
      ['refund', 'sent_back'],
      ['refund', 'returned_twice'],
      ['refund', 'to_account'],
    ] as const)
      await db.schema
        .alterTable(table)
        .addColumn(column, 'integer', (added) => added.notNull().defaultTo(0))
        .execute()
    await db.schema
      .alterTable('refund')
      .addColumn('tries', 'integer', (added) => added.notNull().defaultTo(1))
      .execute()
    await sql`update payment set combined = 1 where role = 'platform'`.execute(db)
  },
}
