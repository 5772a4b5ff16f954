import { type Kysely, type Migration, sql } from 'kysely'

/**
 * Adds what buyers claim after the sale, with its deadlines. A request for a refund of before becomes a claim of the whole order. An order
 * that was delivered before can be claimed for seven days after it last changed.
 */
export const claims: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('shop_order')
      .addColumn('returned', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute()
    for (const name of ['answer_by', 'remind_at', 'claim_until'])
      await db.schema.alterTable('shop_order').addColumn(name, 'bigint').execute()
    await sql`create index shop_order_remind on shop_order (shop_id, remind_at) where remind_at is not null`.execute(
      db,
    )
    await createClaims(db)
    await fill(db)
  },
}

async function createClaims(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('claim')
    .addColumn('shop_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('order_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('request_hash', 'text', (column) => column.notNull())
    .addColumn('wish', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('text', 'text')
    .addColumn('goods', 'text', (column) => column.notNull())
    .addColumn('photos', 'text', (column) => column.notNull())
    .addColumn('amount', 'bigint', (column) => column.notNull())
    .addColumn('granted', 'bigint')
    .addColumn('restocked', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('claim_pk', ['shop_id', 'id'])
    .execute()
  await db.schema.createIndex('claim_order').on('claim').columns(['shop_id', 'order_id']).execute()
}

async function fill(db: Kysely<unknown>): Promise<void> {
  await sql`insert into claim (shop_id, id, order_id, number, request_hash, wish, reason, goods, photos, amount, granted, restocked, state, created_at)
    select shop_id, id, id, 1, '', 'refund', 'other', '[]', '[]', total,
      case when after_sale in ('agreed', 'settled') then total end, 0, after_sale, updated_at
    from shop_order where after_sale in ('asked', 'agreed', 'declined', 'settled')`.execute(db)
  const inPerson = sql`payment_method in ('on-delivery', 'on-pickup')`
  await sql`update shop_order set returned = coalesce(collected, total) where payment_state = 'refunded' and ${inPerson}`.execute(
    db,
  )
  await sql`update shop_order set claim_until = updated_at + ${sql.lit(7 * 86_400_000)} where state = 'done'`.execute(
    db,
  )
}
