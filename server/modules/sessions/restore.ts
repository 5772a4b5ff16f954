import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { isKey } from '../shops/key'
import { addOwner, findKey } from '../shops/owners'
import { keyRequest, reissueKey } from '../shops/reissue-key'

interface Restored {
  shopId: string
  slug: string
  name: string
  key: string
}

/** Takes a key: its account becomes an owner, the key is over, and the shop has its next one. `key-wrong` or `key-used` otherwise. */
export async function restoreShop(
  deps: AppDependencies,
  tx: Query,
  typed: string,
  accountId: string,
): Promise<Restored> {
  const { shopId } = await workingKey(tx, typed)
  const key = await reissueKey(deps, tx, shopId, keyRequest(accountId))
  await addOwner(tx, accountId, shopId, deps.clock())
  const shop = await tx
    .selectFrom('shop')
    .select(['slug', 'name'])
    .where('shop_id', '=', shopId)
    .executeTakeFirstOrThrow()
  return { shopId, slug: shop.slug, name: shop.name, key }
}

/** The shop a key opens, or the reason why it does not. */
async function workingKey(tx: Query, typed: string): Promise<{ shopId: string }> {
  const found = await findKey(tx, typed)
  const fault = faultOf(found)
  if (!found || fault) throw new ApiError(fault ?? 'key-wrong')
  return { shopId: found.shop_id }
}

type Found = Awaited<ReturnType<typeof findKey>>

const faultOf = (found: Found): 'key-wrong' | 'key-used' | undefined => {
  if (!found) return 'key-wrong'
  return found.ended_at === null ? undefined : 'key-used'
}

/** Why a key does not work; text that cannot be a key is not looked up. */
export const keyFault = async (db: Query, typed: string) =>
  isKey(typed) ? faultOf(await findKey(db, typed)) : 'key-wrong'
