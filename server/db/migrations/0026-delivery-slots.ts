import { type Kysely, type Migration, sql } from 'kysely'

/** Adds the days and half days for which buyers order, the number of orders for each, and what buyers change. */
export const deliverySlots: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('shop').addColumn('delivery_slots', 'text').execute()
    await db.schema.alterTable('shop_order').addColumn('slot_day', 'text').execute()
    await db.schema.alterTable('shop_order').addColumn('slot_part', 'text').execute()
    await db.schema
      .alterTable('shop_order')
      .addColumn('details_version', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
    await db.schema.alterTable('shop_order').addColumn('change_request', 'text').execute()
    await db.schema
      .createTable('slot_count')
      .addColumn('shop_id', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('taken', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('slot_count_pk', ['shop_id', 'id'])
      .execute()
    await sql`create index shop_order_slot on shop_order (shop_id, slot_day) where slot_day is not null`.execute(
      db,
    )
  },
}
