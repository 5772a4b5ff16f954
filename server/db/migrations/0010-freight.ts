import type { Kysely, Migration } from 'kysely'

/** Adds separate courier fees. They stay null for existing shops, whose fees apply to both kinds of delivery. */
export const freight: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('shop').addColumn('courier_fee', 'bigint').execute()
    await db.schema.alterTable('shop').addColumn('courier_free_over', 'bigint').execute()
  },
}
