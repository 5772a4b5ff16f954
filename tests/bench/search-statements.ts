import { sql } from 'kysely'
import type { Database } from '../../server/db/database'
import { PAGE_SIZE } from '../../server/db/pagination'
import { likePattern } from '../../server/search-text'

/** The text that is searched for, the list of a shop that is searched, and the session of the owner who searches. */
export interface SearchedText {
  tokenHash: string
  list: 'orders' | 'products'
  shopId: string
  text: string
}

/**
 * Runs the fewest statements that a search of an owner needs. They read her session and the rows of the first page: orders, or products with
 * their skus.
 */
export async function runSearchStatements(
  { query }: Database,
  { tokenHash, list, shopId, text }: SearchedText,
): Promise<unknown[]> {
  const session = sql`select session.account_id from session join shop_owner on shop_owner.account_id = session.account_id where token_hash = ${tokenHash} and shop_id = ${shopId}`
  if ((await session.execute(query)).rows.length === 0) throw new Error('not the owner')
  const pattern = likePattern(text)
  const limit = PAGE_SIZE + 1
  if (list === 'orders') {
    const statement = sql`select * from shop_order where shop_id = ${shopId} and search like ${pattern} order by created_at desc, id desc limit ${limit}`
    return (await statement.execute(query)).rows
  }
  const statement = sql<{
    id: string
  }>`select * from product where shop_id = ${shopId} and search like ${pattern} order by position, id limit ${limit}`
  const { rows } = await statement.execute(query)
  if (rows.length === 0) return rows
  const ids = sql.join(rows.map(({ id }) => id))
  const skus =
    await sql`select * from sku where shop_id = ${shopId} and product_id in (${ids}) order by position`.execute(
      query,
    )
  return [...rows, ...skus.rows]
}
