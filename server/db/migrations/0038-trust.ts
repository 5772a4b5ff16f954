import { type Kysely, type Migration, sql } from 'kysely'

const DAY_MS = 86_400_000

/**
 * Adds what limits of orders know of a buyer: a completed order in the shop, and the standing of the account. The age of a shop
 * counts from the orders of this time, as the moment of completion is in their history only.
 */
export const trust: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('account')
      .addColumn('standing', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
    await db.schema
      .alterTable('shop_buyer')
      .addColumn('bought', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
    await sql`
      update shop_buyer set bought = 1 where exists (
        select 1 from account_order
        where account_order.account_id = shop_buyer.account_id and account_order.shop_id = shop_buyer.shop_id and done = 1)`.execute(
      db,
    )
    await raise(db, { standing: 1, age: DAY_MS, shops: 1 })
    await raise(db, { standing: 2, age: 30 * DAY_MS, shops: 2 })
  },
}

/** Raises the standing of accounts with completed orders in so many shops of others that had this age. */
async function raise(
  db: Kysely<unknown>,
  { standing, age, shops }: { standing: number; age: number; shops: number },
): Promise<void> {
  await sql`
    update account set standing = ${sql.lit(standing)} where id in (
      select account_order.account_id from account_order
      inner join shop on shop.shop_id = account_order.shop_id
      where done = 1 and account_order.created_at - shop.opened_at >= ${sql.lit(age)}
        and shop.opened_by <> account_order.account_id and not exists (
          select 1 from shop_owner
          where shop_owner.shop_id = shop.shop_id and shop_owner.account_id = account_order.account_id)
      group by account_order.account_id
      having count(distinct account_order.shop_id) >= ${sql.lit(shops)})`.execute(db)
}
