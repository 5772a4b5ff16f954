import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { endKeys, issueKey } from './issue-key'
import { FIRST_KEY } from './key'
import type { ShopRow } from './store'

/** Value of `key_request`: the account that got the present key, and the id of the request if there was one. */
export const keyRequest = (accountId: string, request = ''): string => `${accountId}:${request}`

/** The account that got the shop's present key; `undefined` when that is unknown. */
export function keyHolder(
  shop: Pick<ShopRow, 'key_request' | 'key_generation' | 'opened_by'>,
): string | undefined {
  if (shop.key_request === null) return shop.key_generation === FIRST_KEY ? shop.opened_by : undefined
  return /^(.+):/.exec(shop.key_request)?.[1]
}

/** Ends the shop's key and issues the next one. `request` is a `keyRequest`. */
export async function reissueKey(
  deps: Pick<AppDependencies, 'secret' | 'random' | 'clock'>,
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
