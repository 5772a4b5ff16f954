import type { Kysely, Migration } from 'kysely'

/** Adds a random salt to shop keys. Existing keys have none and keep working once; their successors have a salt. */
export const keySalt: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('shop_key')
      .addColumn('salt', 'text', (column) => column.notNull().defaultTo(''))
      .execute()
  },
}
