import type { Kysely, Migration } from 'kysely'

/** Adds what a seller says about a refund, and the id of the request that asked for it. Refunds by the system have neither. */
export const refundNotes: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('refund').addColumn('note', 'text').execute()
    await db.schema.alterTable('refund').addColumn('request_id', 'text').execute()
  },
}
