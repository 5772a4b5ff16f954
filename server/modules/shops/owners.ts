import type { Query } from '../../db/database'
import { prepareQuery } from '../../db/prepare-query'
import { sha256 } from '../../fingerprint'
import { endOpenings } from '../helps/store'
import { normalizeKey } from './key'

/** True when the account owns the shop. */
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

/**
 * Makes the account an owner. An existing owner keeps the original date. A shop that waited for its owner is hers as if she had opened
 * it: whoever opened it for her may do nothing in it any more.
 */
export async function addOwner(db: Query, accountId: string, shopId: string, now: number): Promise<void> {
  await db
    .insertInto('shop_owner')
    .values({ account_id: accountId, shop_id: shopId, since: now })
    .onConflict((conflict) => conflict.columns(['account_id', 'shop_id']).doNothing())
    .execute()
  await endOpenings(db, shopId, now)
  await db
    .updateTable('shop')
    .set((eb) => ({ waiting_since: null, opened_by: accountId, changes: eb('changes', '+', 1) }))
    .where('shop_id', '=', shopId)
    .where('waiting_since', 'is not', null)
    .execute()
}

/** Removes all other owners; returns their number. */
export async function removeOtherOwners(db: Query, accountId: string, shopId: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('shop_owner')
    .where('shop_id', '=', shopId)
    .where('account_id', '!=', accountId)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Looks up a typed key. `ended_at` tells whether it still works. */
export function findKey(db: Query, typed: string) {
  return db
    .selectFrom('shop_key')
    .select(['key_hash', 'shop_id', 'generation', 'ended_at'])
    .where('key_hash', '=', sha256(normalizeKey(typed)))
    .executeTakeFirst()
}

/** Ends the working keys of a shop; returns their number. */
export async function endKeys(db: Query, shopId: string, now: number): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('shop_key')
    .set({ ended_at: now })
    .where('shop_id', '=', shopId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
