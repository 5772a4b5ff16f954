import type { Query } from '../../db/database'
import { sha256 } from '../../fingerprint'
import { normalKey } from './key'

/** True when the account owns the shop. */
export async function ownsShop(db: Query, accountId: string, shopId: string): Promise<boolean> {
  const row = await db
    .selectFrom('shop_owner')
    .select('shop_id')
    .where('account_id', '=', accountId)
    .where('shop_id', '=', shopId)
    .executeTakeFirst()
  return row !== undefined
}

/** Makes the account an owner; it stays one with the date it had when it was one already. */
export async function addOwner(db: Query, accountId: string, shopId: string, now: number): Promise<void> {
  await db
    .insertInto('shop_owner')
    .values({ account_id: accountId, shop_id: shopId, since: now })
    .onConflict((conflict) => conflict.columns(['account_id', 'shop_id']).doNothing())
    .execute()
}

/** Ends the ownership of everyone else; answers how many that were. */
export async function removeOtherOwners(db: Query, accountId: string, shopId: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('shop_owner')
    .where('shop_id', '=', shopId)
    .where('account_id', '!=', accountId)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** The shop and the generation of a key, and whether it still works. */
export function findKey(db: Query, typed: string) {
  return db
    .selectFrom('shop_key')
    .select(['key_hash', 'shop_id', 'generation', 'ended_at'])
    .where('key_hash', '=', sha256(normalKey(typed)))
    .executeTakeFirst()
}

/** Ends the keys of a shop that still work; answers how many that were. */
export async function endKeys(db: Query, shopId: string, now: number): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('shop_key')
    .set({ ended_at: now })
    .where('shop_id', '=', shopId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
