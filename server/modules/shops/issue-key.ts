import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { sha256 } from '../../fingerprint'
import { normalizeKey, shopKey } from './key'

const SALT_BYTES = 16

type KeyDependencies = Pick<AppDependencies, 'secret' | 'random'>

/** Creates the key of a generation with a random salt, and stores its hash and the salt. */
export async function issueKey(
  { secret, random }: KeyDependencies,
  tx: Query,
  shopId: string,
  generation: number,
): Promise<string> {
  const salt = Buffer.from(random(SALT_BYTES)).toString('hex')
  const key = shopKey(secret, shopId, generation, salt)
  await tx
    .insertInto('shop_key')
    .values({ key_hash: sha256(normalizeKey(key)), shop_id: shopId, generation, salt, ended_at: null })
    .execute()
  return key
}

/** The key of an earlier generation, whether it still works or not. */
export async function issuedKey(
  { secret }: Pick<AppDependencies, 'secret'>,
  db: Query,
  shopId: string,
  generation: number,
): Promise<string> {
  const { salt } = await db
    .selectFrom('shop_key')
    .select('salt')
    .where('shop_id', '=', shopId)
    .where('generation', '=', generation)
    .executeTakeFirstOrThrow()
  return shopKey(secret, shopId, generation, salt)
}

/** Generation and salt of the shop's newest key; `undefined` when it never had one. */
export const newestKey = (db: Query, shopId: string) =>
  db
    .selectFrom('shop_key')
    .select(['generation', 'salt'])
    .where('shop_id', '=', shopId)
    .orderBy('generation', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Looks up a typed key. `ended_at` is set when it no longer works. */
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
