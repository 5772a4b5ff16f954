import { type Kysely, type Migration, sql } from 'kysely'

/** Adds the ledger, and the entries of existing orders, which were paid in person only. */
export const ledger: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('ledger')
      .addColumn('shop_id', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('order_id', 'text', (column) => column.notNull())
      .addColumn('cause', 'text', (column) => column.notNull())
      .addColumn('debit', 'text', (column) => column.notNull())
      .addColumn('credit', 'text', (column) => column.notNull())
      .addColumn('amount', 'bigint', (column) => column.notNull().check(sql`amount > 0`))
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('ledger_pk', ['shop_id', 'id'])
      .execute()
    await db.schema.createIndex('ledger_order').on('ledger').columns(['shop_id', 'order_id']).execute()
    await enterOrders(db)
  },
}

/** Enters the existing orders. */
export async function enterOrders(db: Kysely<unknown>): Promise<void> {
  await enter(db, { cause: 'placed', debit: 'receivable', credit: 'sales' }, sql`true`)
  await enter(db, { cause: 'voided', debit: 'sales', credit: 'receivable' }, sql`payment_state = 'void'`)
  await enter(
    db,
    { cause: 'collected', debit: 'cash', credit: 'receivable' },
    sql`payment_state in ('paid', 'refunding', 'refunded')`,
  )
  const refunded = sql`payment_state = 'refunded'`
  await enter(db, { cause: 'refund-granted', debit: 'returns', credit: 'refundable' }, refunded)
  await enter(db, { cause: 'refunded', debit: 'refundable', credit: 'cash' }, refunded)
}

/** Enters the totals of all orders that meet a condition: when they were placed, or when they last changed. */
async function enter(
  db: Kysely<unknown>,
  { cause, debit, credit }: { cause: string; debit: string; credit: string },
  condition: ReturnType<typeof sql>,
): Promise<void> {
  const at = sql.ref(cause === 'placed' ? 'created_at' : 'updated_at')
  await sql`insert into ledger (shop_id, id, order_id, cause, debit, credit, amount, created_at)
    select shop_id, id || ${sql.lit(`.${cause}.0`)}, id, ${sql.lit(cause)}, ${sql.lit(debit)}, ${sql.lit(credit)}, total, ${at}
    from shop_order where total > 0 and ${condition}`.execute(db)
}
