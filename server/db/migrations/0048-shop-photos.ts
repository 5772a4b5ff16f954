import type { Kysely, Migration } from 'kysely'

/** Adds a shop's logo and banner. */
export const shopPhotos: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('shop').addColumn('logo', 'text').execute()
    await db.schema.alterTable('shop').addColumn('banner', 'text').execute()
  },
}
