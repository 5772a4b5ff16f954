import { type Kysely, type Migration, sql } from 'kysely'

const indexes = [
  `shop_order_claim on shop_order (shop_id, after_sale, state) where after_sale <> 'none'`,
  'shop_order_search on shop_order (shop_id, created_at, id, search) where length(search) <= 600',
  'shop_order_long_search on shop_order (shop_id, created_at, id) where length(search) > 600',
]

/**
 * Adds the indexes by which a shop's claims and cancellation requests are found among its finished orders, and in which a text is looked
 * for without reading the orders. PostgreSQL's entries have 2,700 bytes at most, so longer texts have an index without them.
 */
export const orderIndexes: Migration = {
  async up(db: Kysely<unknown>) {
    for (const index of indexes) await sql.raw(`create index ${index}`).execute(db)
  },
}
