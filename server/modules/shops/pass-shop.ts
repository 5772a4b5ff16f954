import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { issuedKey } from './issue-key'
import { addOwner } from './owners'
import { keyRequest, reissueKey } from './reissue-key'
import { mustFindShop } from './store'

export interface PassedShop {
  shopId: string
  slug: string
  name: string
  /** Absent when the key was renewed since. */
  key?: string
}

interface Passing {
  shopId: string
  accountId: string
  /** The id of the hand-over or card, so that a repeated request gets the same key. */
  request: string
}

type Outside = Pick<AppDependencies, 'clock' | 'secret' | 'random'>

/** The photos and voices of a shop that waited for its owner count for her, no longer for who uploaded them. */
async function passMedia(tx: Query, shopId: string, accountId: string): Promise<void> {
  const helpers = () => tx.selectFrom('help').select('helper').where('shop_id', '=', shopId)
  await tx
    .updateTable('photo')
    .set({ account_id: accountId })
    .where('account_id', 'in', helpers())
    .where('id', 'in', tx.selectFrom('photo_use').select('photo_id').where('shop_id', '=', shopId))
    .execute()
  await tx
    .updateTable('voice')
    .set({ account_id: accountId })
    .where('account_id', 'in', helpers())
    .where('id', 'in', tx.selectFrom('voice_use').select('voice_id').where('shop_id', '=', shopId))
    .execute()
}

/**
 * Makes an account the owner of a shop and gives it a new key. Call it while account and shop are locked. `isRepeated` answers an earlier
 * request again.
 */
export async function passShop(
  deps: Outside,
  tx: Query,
  { shopId, accountId, request }: Passing,
  isRepeated: boolean,
): Promise<PassedShop> {
  const byRequest = keyRequest(accountId, request)
  if (!isRepeated) {
    await reissueKey(deps, tx, shopId, byRequest)
    const { waiting_since } = await mustFindShop(tx, shopId)
    await addOwner(tx, accountId, shopId, deps.clock())
    if (waiting_since !== null) await passMedia(tx, shopId, accountId)
  }
  const { slug, name, key_generation, key_request } = await mustFindShop(tx, shopId)
  const key = key_request === byRequest ? await issuedKey(deps, tx, shopId, key_generation) : undefined
  return { shopId, slug, name, ...(key === undefined ? {} : { key }) }
}
