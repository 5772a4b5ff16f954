import { type Kysely, type Migration, sql } from 'kysely'

/** Adds when a shop was closed and when it ended, and when the receiver of an order is shortened or removed. */
export const closing: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('shop').addColumn('closed_at', 'bigint').execute()
    await db.schema.alterTable('shop').addColumn('ended_at', 'bigint').execute()
    await db.schema.alterTable('shop_order').addColumn('forget_at', 'bigint').execute()
    await sql`create index shop_order_forget on shop_order (shop_id, forget_at) where forget_at is not null`.execute(
      db,
    )
  },
}
