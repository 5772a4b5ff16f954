import type { Kysely, Migration } from 'kysely'

/** Adds the index by which the movements of a month are read. */
export const ledgerMonth: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.createIndex('ledger_month').on('ledger').columns(['shop_id', 'created_at']).execute()
  },
}
