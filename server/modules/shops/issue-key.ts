import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { sha256 } from '../../fingerprint'
import { normalKey, shopKey } from './key'

const SALT_BYTES = 16

type KeyParts = Pick<AppDependencies, 'secret' | 'random'>

/** Makes the key of a generation with a new random salt, and stores its hash and its salt. */
export async function issueKey(
  { secret, random }: KeyParts,
  tx: Query,
  shopId: string,
  generation: number,
): Promise<string> {
  const salt = Buffer.from(random(SALT_BYTES)).toString('hex')
  const key = shopKey(secret, shopId, generation, salt)
  await tx
    .insertInto('shop_key')
    .values({ key_hash: sha256(normalKey(key)), shop_id: shopId, generation, salt, ended_at: null })
    .execute()
  return key
}

/** The key of a generation that was issued before, whether it still works or not. */
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

/** The generation and the salt of the newest key that a shop ever had; `undefined` when it had none. */
export const newestKey = (db: Query, shopId: string) =>
  db
    .selectFrom('shop_key')
    .select(['generation', 'salt'])
    .where('shop_id', '=', shopId)
    .orderBy('generation', 'desc')
    .limit(1)
    .executeTakeFirst()
