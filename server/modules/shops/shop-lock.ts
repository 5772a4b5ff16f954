import { ApiError } from '../../api-error'
import type { Database, Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import { prepareQuery } from '../../db/prepare-query'

/**
 * Runs a change of a shop or its goods in a transaction that locks the shop's row. Changes of one shop are serialized and
 * counted, so cached copies are known to be outdated.
 */
export const withShopLock = <T>(db: Database, shopId: string, work: (tx: Query) => Promise<T>): Promise<T> =>
  db.withTx(async (tx) => {
    // the shop was deleted after its owner was authorized
    if (!(await countShopChange(tx, shopId))) throw new ApiError('not-found')
    return work(tx)
  })

/**
 * Locks the shop's row without counting a change, for changes that buyers do not see. On SQLite a writing transaction is
 * exclusive anyway.
 */
export async function lockShop(tx: Query, shopId: string): Promise<void> {
  if (!isPostgres(tx)) return
  await tx.selectFrom('shop').select('shop_id').where('shop_id', '=', shopId).forUpdate().execute()
}

/** Counts a change of a shop, which locks its row, so cached copies are known to be outdated; false when it does not exist. */
export const countShopChange = async (tx: Query, shopId: string): Promise<boolean> =>
  (await countChange(tx, { shopId })).length > 0

const countChange = prepareQuery((db, given: { shopId: string }) =>
  db
    .updateTable('shop')
    .set((eb) => ({ changes: eb('changes', '+', 1) }))
    .where('shop_id', '=', given.shopId)
    .returning('changes'),
)

/** The change counter of the shop of a slug; `undefined` when buyers find no such shop. */
export async function changesOf(db: Query, slug: string): Promise<number | undefined> {
  const [row] = await changesBySlug(db, { slug })
  return row?.changes
}

/** The change counter of a shop by its id; `undefined` when buyers do not find the shop. */
export async function changesOfShop(db: Query, shopId: string): Promise<number | undefined> {
  const [row] = await changesById(db, { shopId })
  return row?.changes
}

const changesById = prepareQuery((db, given: { shopId: string }) =>
  db
    .selectFrom('shop')
    .select('changes')
    .where('shop_id', '=', given.shopId)
    .where('blocked_at', 'is', null)
    .where('closed_at', 'is', null),
)

const changesBySlug = prepareQuery((db, given: { slug: string }) =>
  db
    .selectFrom('shop_directory')
    .innerJoin('shop', 'shop.shop_id', 'shop_directory.shop_id')
    .select('changes')
    .where('shop_directory.slug', '=', given.slug)
    .where('shop.blocked_at', 'is', null),
)
