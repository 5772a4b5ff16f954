import { type CreateTableBuilder, type Kysely, type Migration, sql } from 'kysely'

type Table = CreateTableBuilder<string, string>

const required = (table: Table, type: 'text' | 'bigint', ...names: string[]): Table =>
  names.reduce((made: Table, name) => made.addColumn(name, type, (column) => column.notNull()), table)

const optional = (table: Table, type: 'text' | 'bigint', ...names: string[]): Table =>
  names.reduce((made: Table, name) => made.addColumn(name, type), table)

/** Adds online payments, their refunds, what payment services have granted a seller, and the installation's sealed credentials. */
export const payments: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('shop').addColumn('payment_grants', 'text').execute()
    await createPayments(db)
    await createRefunds(db)
    await required(
      required(db.schema.createTable('credential'), 'text', 'name', 'sealed'),
      'bigint',
      'updated_at',
    )
      .addPrimaryKeyConstraint('credential_pk', ['name'])
      .execute()
  },
}

async function createPayments(db: Kysely<unknown>): Promise<void> {
  let table: Table = db.schema.createTable('payment')
  table = required(table, 'text', 'shop_id', 'id', 'order_id', 'payer_id', 'request_hash', 'number')
  table = required(table, 'text', 'method', 'place', 'merchant', 'currency', 'state')
  table = optional(table, 'text', 'role', 'appid', 'openid', 'transaction_id')
  table = required(table, 'bigint', 'amount', 'created_at', 'expires_at', 'asked_at')
  table = optional(table, 'bigint', 'paid_at', 'closed_at')
  await table
    .addColumn('refunded', 'bigint', (column) =>
      column.notNull().defaultTo(0).check(sql`refunded >= 0 and refunded <= amount`),
    )
    .addPrimaryKeyConstraint('payment_pk', ['shop_id', 'id'])
    .execute()
  await db.schema.createIndex('payment_order').on('payment').columns(['shop_id', 'order_id']).execute()
  await required(db.schema.createTable('payment_number'), 'text', 'number', 'shop_id', 'payment_id')
    .addPrimaryKeyConstraint('payment_number_pk', ['number'])
    .execute()
}

async function createRefunds(db: Kysely<unknown>): Promise<void> {
  let table: Table = db.schema.createTable('refund')
  table = required(table, 'text', 'shop_id', 'id', 'order_id', 'payment_id', 'reason', 'state')
  table = optional(required(table, 'bigint', 'amount', 'created_at'), 'bigint', 'settled_at')
  await optional(table, 'text', 'last_error')
    .addPrimaryKeyConstraint('refund_pk', ['shop_id', 'id'])
    .execute()
  await db.schema.createIndex('refund_payment').on('refund').columns(['shop_id', 'payment_id']).execute()
}
