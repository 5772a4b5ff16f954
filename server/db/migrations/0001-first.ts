import { type CreateTableBuilder, type Kysely, type Migration, sql } from 'kysely'

type Db = Kysely<unknown>
type Table = CreateTableBuilder<string, string>
type Kind = 'text' | 'integer' | 'bigint'

/** Adds columns with `not null`. */
const filled = (table: Table, kind: Kind, ...names: string[]): Table =>
  names.reduce((made, name) => made.addColumn(name, kind, (column) => column.notNull()), table)

/** Adds nullable columns. */
const open = (table: Table, kind: Kind, ...names: string[]): Table =>
  names.reduce((made, name) => made.addColumn(name, kind), table)

const keyed = (table: Table, name: string, ...columns: string[]): Table =>
  table.addPrimaryKeyConstraint(`${name}_pk`, columns)

function index(db: Db, name: string, table: string, ...columns: string[]) {
  return db.schema.createIndex(name).on(table).columns(columns).execute()
}

async function people(db: Db) {
  let account: Table = db.schema.createTable('account')
  account = filled(account, 'text', 'id')
  await keyed(filled(account, 'bigint', 'created_at'), 'account', 'id').execute()
  let identity: Table = db.schema.createTable('identity')
  identity = filled(identity, 'text', 'provider', 'subject', 'account_id')
  await keyed(filled(identity, 'bigint', 'created_at'), 'identity', 'provider', 'subject').execute()
  await index(db, 'identity_account', 'identity', 'account_id')
  let session: Table = db.schema.createTable('session')
  session = filled(session, 'text', 'token_hash', 'account_id', 'provider', 'subject')
  await keyed(filled(session, 'bigint', 'created_at', 'expires_at'), 'session', 'token_hash').execute()
  await index(db, 'session_identity', 'session', 'provider', 'subject', 'created_at')
  await index(db, 'session_expiry', 'session', 'expires_at')
}

async function ownership(db: Db) {
  const slugs = filled(db.schema.createTable('shop_directory'), 'text', 'slug', 'shop_id')
  await keyed(slugs, 'shop_directory', 'slug').execute()
  const owners = filled(db.schema.createTable('shop_owner'), 'text', 'account_id', 'shop_id')
  await keyed(filled(owners, 'bigint', 'since'), 'shop_owner', 'account_id', 'shop_id').execute()
  await index(db, 'shop_owner_shop', 'shop_owner', 'shop_id')
  const keys = filled(db.schema.createTable('shop_key'), 'text', 'key_hash', 'shop_id')
  const lasting = open(filled(keys, 'integer', 'generation'), 'bigint', 'ended_at')
  await keyed(lasting, 'shop_key', 'key_hash').execute()
  await index(db, 'shop_key_shop', 'shop_key', 'shop_id')
}

async function belongings(db: Db) {
  const orders = filled(db.schema.createTable('account_order'), 'text', 'account_id', 'shop_id', 'order_id')
  const dated = filled(orders, 'bigint', 'created_at')
  await keyed(dated, 'account_order', 'account_id', 'shop_id', 'order_id').execute()
  await index(db, 'account_order_newest', 'account_order', 'account_id', 'created_at', 'order_id')
  const photos = filled(db.schema.createTable('photo'), 'text', 'id', 'account_id', 'hash')
  await keyed(filled(photos, 'bigint', 'unused_since'), 'photo', 'id').execute()
  await index(db, 'photo_hash', 'photo', 'hash')
  await index(db, 'photo_unused', 'photo', 'unused_since')
  const uses = filled(db.schema.createTable('photo_use'), 'text', 'photo_id', 'shop_id', 'product_id')
  await keyed(uses, 'photo_use', 'photo_id', 'shop_id', 'product_id').execute()
  await index(db, 'photo_use_product', 'photo_use', 'shop_id', 'product_id')
}

async function shop(db: Db) {
  let table: Table = db.schema.createTable('shop')
  table = filled(table, 'text', 'shop_id', 'slug', 'trade', 'name', 'fulfilments', 'payments', 'look')
  table = filled(table, 'text', 'edit_hash', 'look_edit_hash', 'opened_by', 'request_hash')
  table = open(table, 'text', 'place', 'phone', 'notice', 'pickup_place', 'closed_until', 'key_request')
  table = filled(table, 'integer', 'version', 'look_version', 'key_generation', 'last_order')
  table = filled(table, 'bigint', 'freight_fee', 'opened_at')
  await keyed(open(table, 'bigint', 'freight_free_over'), 'shop', 'shop_id').execute()
}

async function goods(db: Db) {
  let product: Table = db.schema.createTable('product')
  product = filled(product, 'text', 'shop_id', 'id', 'edit_hash', 'name', 'unit', 'photos')
  product = open(product, 'text', 'category', 'note')
  product = filled(filled(product, 'integer', 'version', 'on_sale'), 'bigint', 'created_at')
  await keyed(product, 'product', 'shop_id', 'id').execute()
  await index(db, 'product_oldest', 'product', 'shop_id', 'created_at', 'id')
  let sku: Table = db.schema.createTable('sku')
  sku = open(filled(sku, 'text', 'shop_id', 'id', 'product_id'), 'text', 'label')
  sku = open(filled(filled(sku, 'integer', 'position'), 'bigint', 'price'), 'integer', 'weight')
  sku = sku.addColumn('stock', 'integer', (column) => column.notNull().check(sql`stock >= 0`))
  await keyed(sku, 'sku', 'shop_id', 'id').execute()
  await index(db, 'sku_product', 'sku', 'shop_id', 'product_id')
  let move: Table = db.schema.createTable('stock_move')
  move = filled(filled(move, 'text', 'shop_id', 'id', 'sku_id'), 'integer', 'delta', 'stock')
  await keyed(filled(move, 'bigint', 'created_at'), 'stock_move', 'shop_id', 'id').execute()
}

async function orders(db: Db) {
  let table: Table = db.schema.createTable('shop_order')
  table = filled(table, 'text', 'shop_id', 'id', 'buyer_id', 'request_hash', 'state')
  table = filled(table, 'text', 'payment_method', 'payment_state', 'after_sale', 'fulfilment')
  table = open(filled(table, 'text', 'lines', 'receiver', 'history'), 'text', 'note')
  table = filled(table, 'bigint', 'goods', 'freight', 'total', 'created_at', 'updated_at')
  await keyed(filled(table, 'integer', 'number'), 'shop_order', 'shop_id', 'id').execute()
  await index(db, 'shop_order_newest', 'shop_order', 'shop_id', 'created_at', 'id')
  await index(db, 'shop_order_state', 'shop_order', 'shop_id', 'state', 'created_at', 'id')
}

async function jobs(db: Db) {
  let table: Table = db.schema.createTable('job')
  table = open(filled(table, 'text', 'id', 'kind', 'payload'), 'text', 'last_error')
  table = filled(filled(table, 'bigint', 'run_at', 'lease_until'), 'integer', 'attempts', 'dead')
  await keyed(table, 'job', 'id').execute()
  await index(db, 'job_due', 'job', 'dead', 'run_at')
}

/** Creates the directory tables, then the tables of shops, whose keys and indexes all begin with `shop_id`. */
export const first: Migration = {
  async up(db: Db) {
    for (const part of [people, ownership, belongings, shop, goods, orders, jobs]) await part(db)
  },
}
