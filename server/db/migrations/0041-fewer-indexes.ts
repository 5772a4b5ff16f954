import { type Kysely, type Migration, sql } from 'kysely'

/** The columns of orders that this migration reads and writes. */
interface Orders {
  shop_order: { shop_id: string; id: string; search: string; search_more: string | null }
}

const MAX_LENGTH = 600

const replaced = ['newest', 'search', 'long_search', 'waiting', 'expiry']

const indexes = [
  'shop_order_newest on shop_order (shop_id, created_at, id, number, search)',
  'shop_order_more on shop_order (shop_id, id) where search_more is not null',
  `shop_order_waiting on shop_order (shop_id, buyer_id, expires_at) where state = 'placed'`,
]

/**
 * Merges indexes, so that a new order enters two fewer: one lists and searches the newest orders, one counts and expires waiting orders.
 * PostgreSQL's entries have 2,700 bytes at most, so the rest of a longer text is in a column of its own.
 */
export const fewerIndexes: Migration = {
  async up(db: Kysely<Orders>) {
    await db.schema.alterTable('shop_order').addColumn('search_more', 'text').execute()
    await splitLongTexts(db)
    for (const index of replaced) await sql.raw(`drop index shop_order_${index}`).execute(db)
    for (const index of indexes) await sql.raw(`create index ${index}`).execute(db)
  },
}

/** Moves the end of long texts, which the index cannot contain, into `search_more`. */
export async function splitLongTexts(db: Kysely<Orders>): Promise<void> {
  const long = await db
    .selectFrom('shop_order')
    .select(['shop_id', 'id', 'search'])
    .where(sql<number>`length(search)`, '>', sql.lit(MAX_LENGTH))
    .execute()
  for (const { shop_id, id, search } of long)
    await db
      .updateTable('shop_order')
      .set(split(search))
      .where('shop_id', '=', shop_id)
      .where('id', '=', id)
      .execute()
}

/** Divides a text between two of its lines. */
function split(text: string) {
  const end = Math.max(0, text.lastIndexOf('\n', MAX_LENGTH))
  return { search: text.slice(0, end), search_more: text.slice(end).trimStart() }
}
