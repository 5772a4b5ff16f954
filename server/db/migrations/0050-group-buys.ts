import { type Kysely, type Migration, sql } from 'kysely'

/** Adds group buys with their goods, what orders know of them as entries, and the pickup points of shops. */
export const groupBuys: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('shop').addColumn('pickup_points', 'text').execute()
    await addGroupBuys(db)
    await addEntryColumns(db)
  },
}

async function addGroupBuys(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('group_buy')
    .addColumn('shop_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('edit_hash', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('points', 'text', (column) => column.notNull())
    .addColumn('fulfilments', 'text', (column) => column.notNull())
    .addColumn('minimum_kind', 'text')
    .addColumn('minimum', 'bigint')
    .addColumn('accepts', 'integer', (column) => column.notNull())
    .addColumn('history', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('published_at', 'bigint')
    .addColumn('ends_at', 'bigint', (column) => column.notNull())
    .addColumn('decide_by', 'bigint')
    .addColumn('closed_at', 'bigint')
    .addColumn('prolonged', 'integer', (column) => column.notNull())
    .addColumn('last_entry', 'integer', (column) => column.notNull())
    .addColumn('entries', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('group_buy_pk', ['shop_id', 'id'])
    .execute()
  await db.schema.createIndex('group_buy_newest').on('group_buy').columns(['shop_id', 'created_at']).execute()
  await db.schema
    .createTable('group_buy_sku')
    .addColumn('shop_id', 'text', (column) => column.notNull())
    .addColumn('group_buy_id', 'text', (column) => column.notNull())
    .addColumn('sku_id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('price', 'bigint')
    .addColumn('struck_price', 'bigint')
    .addColumn('max_per_person', 'integer')
    .addColumn('max', 'integer')
    .addColumn('taken', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('group_buy_sku_pk', ['shop_id', 'group_buy_id', 'sku_id'])
    .execute()
}

async function addEntryColumns(db: Kysely<unknown>): Promise<void> {
  const table = db.schema.alterTable('shop_order')
  await table.addColumn('group_buy_id', 'text').execute()
  await table.addColumn('entry', 'integer').execute()
  await table.addColumn('gathering', 'integer', (column) => column.notNull().defaultTo(0)).execute()
  await table.addColumn('entry_details', 'text').execute()
  await table.addColumn('pay_until', 'bigint').execute()
  await db.schema
    .createIndex('shop_order_entry')
    .on('shop_order')
    .columns(['shop_id', 'group_buy_id', 'entry'])
    .where(sql<boolean>`group_buy_id is not null`)
    .execute()
}
