import type { Kysely, Migration } from 'kysely'

/** Adds the stock from which down owners are warned. */
export const lowStock: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('shop').addColumn('low_stock', 'integer').execute()
  },
}
