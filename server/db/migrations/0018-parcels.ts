import type { Kysely, Migration } from 'kysely'

/** Adds the parcels of orders, and whether payments were reported to WeChat as sent. */
export const parcels: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('shop_order').addColumn('carrier', 'text').execute()
    await db.schema.alterTable('shop_order').addColumn('waybill', 'text').execute()
    await db.schema.alterTable('payment').addColumn('shipping', 'text').execute()
    await db.schema.alterTable('payment').addColumn('shipping_error', 'text').execute()
  },
}
