import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { issueKey } from './issue-key'
import { FIRST_KEY } from './key'
import { endKeys } from './owners'
import type { ShopRow } from './store'

/** Who gets a key, and by which post, if it was one: what the shop keeps of its present key. */
export const keyRequest = (accountId: string, request = ''): string => `${accountId}:${request}`

/** The account that was given the shop's present key; `undefined` when that was not kept. */
export function keyHolder(
  shop: Pick<ShopRow, 'key_request' | 'key_generation' | 'opened_by'>,
): string | undefined {
  if (shop.key_request === null) return shop.key_generation === FIRST_KEY ? shop.opened_by : undefined
  return /^(.+):/.exec(shop.key_request)?.[1]
}

/** Ends the shop's key and makes the next one. `request` is a `keyRequest`. */
export async function reissueKey(
  deps: AppDependencies,
  tx: Query,
  shopId: string,
  request: string,
): Promise<string> {
  const { key_generation: generation } = await tx
    .updateTable('shop')
    .set((eb) => ({ key_generation: eb('key_generation', '+', 1), key_request: request }))
    .where('shop_id', '=', shopId)
    .returning('key_generation')
    .executeTakeFirstOrThrow()
  await endKeys(tx, shopId, deps.clock())
  return issueKey(deps, tx, shopId, generation)
}
