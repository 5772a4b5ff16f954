import type { Kysely, Migration } from 'kysely'

/** Every key has a random salt. Keys of earlier versions have none; they work once, as before, and the next one has a salt. */
export const keySalt: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('shop_key')
      .addColumn('salt', 'text', (column) => column.notNull().defaultTo(''))
      .execute()
  },
}
