import type { Kysely, Migration } from 'kysely'

/** Courier has a fee of its own. Shops from before keep one rule for both ways: their columns stay empty. */
export const freight: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('shop').addColumn('courier_fee', 'bigint').execute()
    await db.schema.alterTable('shop').addColumn('courier_free_over', 'bigint').execute()
  },
}
