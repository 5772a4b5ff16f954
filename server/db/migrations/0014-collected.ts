import type { Kysely, Migration } from 'kysely'

/** Adds what a seller really received in person for an order. Existing orders have received their total in cash. */
export const collected: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('shop_order').addColumn('collected', 'bigint').execute()
    await db.schema.alterTable('shop_order').addColumn('collected_means', 'text').execute()
    await db.schema.alterTable('shop_order').addColumn('collected_note', 'text').execute()
  },
}
