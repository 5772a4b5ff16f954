import { type Kysely, type Migration, sql } from 'kysely'

/**
 * Adds limits on waiting orders: their expiry, the keyed hash of the client's address, a shop's buyers with order counts and
 * blocks, and a flag for completed orders.
 */
export const orderLimits: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('shop').addColumn('order_limits', 'text').execute()
    await db.schema.alterTable('shop_order').addColumn('buyer_address', 'text').execute()
    await db.schema.alterTable('shop_order').addColumn('expires_at', 'bigint').execute()
    await db.schema
      .alterTable('account_order')
      .addColumn('done', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
    await db.schema
      .createTable('shop_buyer')
      .addColumn('shop_id', 'text', (column) => column.notNull())
      .addColumn('account_id', 'text', (column) => column.notNull())
      .addColumn('orders', 'integer', (column) => column.notNull())
      .addColumn('blocked_at', 'bigint')
      .addColumn('block_request', 'text')
      .addPrimaryKeyConstraint('shop_buyer_pk', ['shop_id', 'account_id'])
      .execute()
    await indexes(db)
    await fill(db)
  },
}

/** Partial indexes that contain only waiting orders, blocked buyers and completed orders. */
async function indexes(db: Kysely<unknown>) {
  for (const statement of [
    sql`create index shop_order_waiting on shop_order (shop_id, buyer_id) where state = 'placed'`,
    sql`create index shop_order_address on shop_order (shop_id, buyer_address) where buyer_address is not null`,
    sql`create index shop_order_expiry on shop_order (shop_id, expires_at) where expires_at is not null`,
    sql`create index shop_buyer_blocked on shop_buyer (shop_id, blocked_at) where blocked_at is not null`,
    sql`create index account_order_done on account_order (account_id, shop_id) where done = 1`,
  ])
    await statement.execute(db)
}

/** Counts existing orders. Orders that already wait get no expiry. */
async function fill(db: Kysely<unknown>) {
  await sql`
    insert into shop_buyer (shop_id, account_id, orders)
    select shop_id, buyer_id, count(*) from shop_order group by shop_id, buyer_id`.execute(db)
  await sql`
    update account_order set done = 1 where exists (
      select 1 from shop_order
      where shop_order.shop_id = account_order.shop_id and shop_order.id = account_order.order_id and state = 'done')`.execute(
    db,
  )
}
