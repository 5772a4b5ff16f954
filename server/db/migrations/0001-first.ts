import { type Kysely, type Migration, sql } from 'kysely'

type Db = Kysely<unknown>

async function directory(db: Db) {
  await db.schema
    .createTable('account')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('identity')
    .addColumn('provider', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('account_id', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('identity_pk', ['provider', 'subject'])
    .execute()
  await db.schema.createIndex('identity_account').on('identity').column('account_id').execute()
  await db.schema
    .createTable('session')
    .addColumn('token_hash', 'text', (c) => c.primaryKey())
    .addColumn('account_id', 'text', (c) => c.notNull())
    .addColumn('provider', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('session_identity')
    .on('session')
    .columns(['provider', 'subject', 'created_at'])
    .execute()
  await db.schema.createIndex('session_expiry').on('session').column('expires_at').execute()
}

async function ownership(db: Db) {
  await db.schema
    .createTable('shop_directory')
    .addColumn('slug', 'text', (c) => c.primaryKey())
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('shop_owner')
    .addColumn('account_id', 'text', (c) => c.notNull())
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('since', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('shop_owner_pk', ['account_id', 'shop_id'])
    .execute()
  await db.schema.createIndex('shop_owner_shop').on('shop_owner').column('shop_id').execute()
  await db.schema
    .createTable('shop_key')
    .addColumn('key_hash', 'text', (c) => c.primaryKey())
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('generation', 'integer', (c) => c.notNull())
    .addColumn('ended_at', 'bigint')
    .execute()
  await db.schema.createIndex('shop_key_shop').on('shop_key').column('shop_id').execute()
}

async function belongings(db: Db) {
  await db.schema
    .createTable('account_order')
    .addColumn('account_id', 'text', (c) => c.notNull())
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('order_id', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('account_order_pk', ['account_id', 'shop_id', 'order_id'])
    .execute()
  await db.schema
    .createIndex('account_order_newest')
    .on('account_order')
    .columns(['account_id', 'created_at', 'order_id'])
    .execute()
  await db.schema
    .createTable('photo')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('account_id', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('unused_since', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('photo_hash').on('photo').column('hash').execute()
  await db.schema.createIndex('photo_unused').on('photo').column('unused_since').execute()
  await db.schema
    .createTable('photo_use')
    .addColumn('photo_id', 'text', (c) => c.notNull())
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('product_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('photo_use_pk', ['photo_id', 'shop_id', 'product_id'])
    .execute()
  await db.schema
    .createIndex('photo_use_product')
    .on('photo_use')
    .columns(['shop_id', 'product_id'])
    .execute()
}

async function shop(db: Db) {
  const text = ['place', 'phone', 'notice', 'pickup_place', 'closed_until', 'key_request']
  const given = ['slug', 'trade', 'edit_hash', 'name', 'fulfilments', 'payments', 'look', 'look_edit_hash']
  let table = db.schema.createTable('shop').addColumn('shop_id', 'text', (c) => c.primaryKey())
  for (const name of [...given, 'opened_by', 'request_hash'])
    table = table.addColumn(name, 'text', (c) => c.notNull())
  for (const name of text) table = table.addColumn(name, 'text')
  for (const name of ['version', 'look_version', 'key_generation', 'last_order'])
    table = table.addColumn(name, 'integer', (c) => c.notNull())
  await table
    .addColumn('freight_fee', 'bigint', (c) => c.notNull())
    .addColumn('freight_free_over', 'bigint')
    .addColumn('opened_at', 'bigint', (c) => c.notNull())
    .execute()
}

async function goods(db: Db) {
  await db.schema
    .createTable('product')
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('edit_hash', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('category', 'text')
    .addColumn('note', 'text')
    .addColumn('photos', 'text', (c) => c.notNull())
    .addColumn('on_sale', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('product_pk', ['shop_id', 'id'])
    .execute()
  await db.schema
    .createIndex('product_oldest')
    .on('product')
    .columns(['shop_id', 'created_at', 'id'])
    .execute()
  await db.schema
    .createTable('sku')
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('product_id', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('label', 'text')
    .addColumn('price', 'bigint', (c) => c.notNull())
    .addColumn('stock', 'integer', (c) => c.notNull().check(sql`stock >= 0`))
    .addColumn('weight', 'integer')
    .addPrimaryKeyConstraint('sku_pk', ['shop_id', 'id'])
    .execute()
  await db.schema.createIndex('sku_product').on('sku').columns(['shop_id', 'product_id']).execute()
  await db.schema
    .createTable('stock_move')
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('sku_id', 'text', (c) => c.notNull())
    .addColumn('delta', 'integer', (c) => c.notNull())
    .addColumn('stock', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('stock_move_pk', ['shop_id', 'id'])
    .execute()
}

async function orders(db: Db) {
  let table = db.schema
    .createTable('shop_order')
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('shop_order_pk', ['shop_id', 'id'])
  const texts = ['buyer_id', 'request_hash', 'state', 'payment_method', 'payment_state', 'after_sale']
  for (const name of [...texts, 'lines', 'fulfilment', 'receiver', 'history'])
    table = table.addColumn(name, 'text', (c) => c.notNull())
  for (const name of ['goods', 'freight', 'total', 'created_at', 'updated_at'])
    table = table.addColumn(name, 'bigint', (c) => c.notNull())
  await table
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('note', 'text')
    .execute()
  await db.schema
    .createIndex('shop_order_newest')
    .on('shop_order')
    .columns(['shop_id', 'created_at', 'id'])
    .execute()
  await db.schema
    .createIndex('shop_order_state')
    .on('shop_order')
    .columns(['shop_id', 'state', 'created_at', 'id'])
    .execute()
}

async function jobs(db: Db) {
  await db.schema
    .createTable('job')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('payload', 'text', (c) => c.notNull())
    .addColumn('run_at', 'bigint', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('lease_until', 'bigint', (c) => c.notNull())
    .addColumn('dead', 'integer', (c) => c.notNull())
    .addColumn('last_error', 'text')
    .execute()
  await db.schema.createIndex('job_due').on('job').columns(['dead', 'run_at']).execute()
}

/** Directory tables first, then the tenant tables, whose keys and indexes all begin with `shop_id`. */
export const first: Migration = {
  async up(db: Db) {
    for (const part of [directory, ownership, belongings, shop, goods, orders, jobs]) await part(db)
  },
}
