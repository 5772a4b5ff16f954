import type { Query } from '../../db/database'
import { prepareQuery } from '../../db/prepare-query'
import { endIssuedRights } from './end-issued-rights'

export async function ownsShop(db: Query, accountId: string, shopId: string): Promise<boolean> {
  return (await ownedShop(db, { accountId, shopId })).length > 0
}

const ownedShop = prepareQuery((db, given: { accountId: string; shopId: string }) =>
  db
    .selectFrom('shop_owner')
    .select('shop_id')
    .where('account_id', '=', given.accountId)
    .where('shop_id', '=', given.shopId),
)

export async function readOwners(
  db: Query,
  shopIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await db
    .selectFrom('shop_owner')
    .select(['shop_id', 'account_id'])
    .where('shop_id', 'in', shopIds)
    .execute()
  const owners = new Map(shopIds.map((shopId) => [shopId, new Set<string>()]))
  for (const { shop_id, account_id } of rows) owners.get(shop_id)?.add(account_id)
  return owners
}

/**
 * Makes the account an owner. An existing owner keeps the original date. A shop that waited for its owner is hers as if she had opened
 * it: who opened it for her may do nothing in it any more, and what others issued for it ends. Call it while the shop is locked.
 */
export async function addOwner(db: Query, accountId: string, shopId: string, now: number): Promise<void> {
  await db
    .insertInto('shop_owner')
    .values({ account_id: accountId, shop_id: shopId, since: now })
    .onConflict((conflict) => conflict.columns(['account_id', 'shop_id']).doNothing())
    .execute()
  const { numUpdatedRows } = await db
    .updateTable('shop')
    .set((eb) => ({ waiting_since: null, opened_by: accountId, changes: eb('changes', '+', 1) }))
    .where('shop_id', '=', shopId)
    .where('waiting_since', 'is not', null)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) await endIssuedRights(db, shopId, accountId, now)
}

/** Removes all other owners and what they issued; returns their number. Call it while the shop is locked. */
export async function removeOtherOwners(
  db: Query,
  accountId: string,
  shopId: string,
  now: number,
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('shop_owner')
    .where('shop_id', '=', shopId)
    .where('account_id', '!=', accountId)
    .executeTakeFirst()
  await endIssuedRights(db, shopId, accountId, now)
  return Number(numDeletedRows)
}
