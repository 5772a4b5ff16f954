import type { Kysely, Migration } from 'kysely'

/** Adds a shop's WeChat id, and how far it delivers. */
export const contact: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('shop').addColumn('wechat_id', 'text').execute()
    await db.schema.alterTable('shop').addColumn('delivery_area', 'text').execute()
  },
}
