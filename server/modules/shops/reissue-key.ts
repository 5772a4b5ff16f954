import type { Query } from '../../db/database'
import type { Parts } from '../../parts'
import { shopKey } from './key'
import { addKey, endKeys } from './owners'

/** Ends the shop's key and makes the next one. `request` is the id of the post that asked for it, if one did. */
export async function reissueKey(
  parts: Parts,
  tx: Query,
  shopId: string,
  request: string | null,
): Promise<string> {
  const { key_generation: generation } = await tx
    .updateTable('shop')
    .set((eb) => ({ key_generation: eb('key_generation', '+', 1), key_request: request }))
    .where('shop_id', '=', shopId)
    .returning('key_generation')
    .executeTakeFirstOrThrow()
  await endKeys(tx, shopId, parts.clock())
  const key = shopKey(parts.secret, shopId, generation)
  await addKey(tx, shopId, generation, key)
  return key
}
