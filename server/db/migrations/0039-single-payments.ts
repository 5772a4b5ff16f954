import { type Kysely, type Migration, sql } from 'kysely'

/** Adds the description of a payment, and marks those of the platform role until now, which are combined orders at WeChat Pay. */
export const singlePayments: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('payment').addColumn('description', 'text').execute()
    await db.schema
      .alterTable('payment')
      .addColumn('combined', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
    await sql`update payment set combined = 1 where role = 'platform'`.execute(db)
  },
}
