import type { RouteReply } from '@/contract/routes'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { lockRights } from '../../lock-rights'
import { findKey } from '../shops/issue-key'
import { isKey } from '../shops/key'
import { addOwner } from '../shops/owners'
import { keyRequest, reissueKey } from '../shops/reissue-key'

type RedeemedKey = NonNullable<RouteReply<'POST /api/sessions'>['restored']>

/**
 * Redeems a key: the account becomes an owner, the key ends and the shop gets its next one.
 * @throws ApiError `key-wrong` or `key-used`.
 */
export async function redeemKey(
  deps: AppDependencies,
  tx: Query,
  typed: string,
  accountId: string,
): Promise<RedeemedKey> {
  const known = await requireWorkingKey(tx, typed)
  await lockRights(tx, { accountId, shopId: known.shopId })
  const { shopId } = await requireWorkingKey(tx, typed)
  const key = await reissueKey(deps, tx, shopId, keyRequest(accountId))
  await addOwner(tx, accountId, shopId, deps.clock())
  const shop = await tx
    .selectFrom('shop')
    .select(['slug', 'name'])
    .where('shop_id', '=', shopId)
    .executeTakeFirstOrThrow()
  return { shopId, slug: shop.slug, name: shop.name, key }
}

async function requireWorkingKey(tx: Query, typed: string): Promise<{ shopId: string }> {
  const found = await findKey(tx, typed)
  const errorCode = errorCodeOf(found)
  if (!found || errorCode) throw new ApiError(errorCode ?? 'key-wrong')
  return { shopId: found.shop_id }
}

type Found = Awaited<ReturnType<typeof findKey>>

const errorCodeOf = (found: Found): 'key-wrong' | 'key-used' | undefined => {
  if (!found) return 'key-wrong'
  return found.ended_at === null ? undefined : 'key-used'
}

/** The error code of a key that does not work. Text that cannot be a key is not looked up. */
export const keyErrorCode = async (db: Query, typed: string) =>
  isKey(typed) ? errorCodeOf(await findKey(db, typed)) : 'key-wrong'
