import { ApiError } from '../../api-error'
import type { Database, Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import { prepared } from '../../db/prepared'

/**
 * Runs what changes a shop or its goods, in a transaction. The shop's row is taken first, so such changes come one
 * after the other for each shop, and each is counted: what was kept of the shop before is known to be old.
 */
export const withShopLock = <T>(db: Database, shopId: string, work: (tx: Query) => Promise<T>): Promise<T> =>
  db.withTx(async (tx) => {
    const counted = await countChange(tx, { shopId })
    // it was removed after the guard had let its owner in
    if (counted.length === 0) throw new ApiError('not-found')
    return work(tx)
  }, 'guarded')

/**
 * Takes the shop's row without counting a change, for what buyers see nothing of: until the transaction ends nothing changes
 * the shop, and this waits for what is changing it. On SQLite a transaction that writes is alone anyway.
 */
export async function lockShop(tx: Query, shopId: string): Promise<void> {
  if (!isPostgres(tx)) return
  await tx.selectFrom('shop').select('shop_id').where('shop_id', '=', shopId).forUpdate().execute()
}

const countChange = prepared((db, given: { shopId: string }) =>
  db
    .updateTable('shop')
    .set((eb) => ({ changes: eb('changes', '+', 1) }))
    .where('shop_id', '=', given.shopId)
    .returning('changes'),
)

/** How often the shop of a slug was changed so far; `undefined` when buyers find no such shop. */
export async function changesOf(db: Query, slug: string): Promise<number | undefined> {
  const [row] = await changesBySlug(db, { slug })
  return row?.changes
}

const changesBySlug = prepared((db, given: { slug: string }) =>
  db
    .selectFrom('shop_directory')
    .innerJoin('shop', 'shop.shop_id', 'shop_directory.shop_id')
    .select('changes')
    .where('shop_directory.slug', '=', given.slug)
    .where('shop.blocked_at', 'is', null),
)
