import type { Query } from '../../db/database'
import { issuedKey } from '../shops/issue-key'
import { keyRequest, reissueKey } from '../shops/reissue-key'
import type { ShopRow } from '../shops/store'
import { logOperatorAction, type OperatorDependencies } from './operator-log'

interface KeyRequest {
  /** Who issues it; `null` for the command line. */
  operatorId: string | null
  /** How the operator made sure who asks. */
  reason: string
  /** The id of the request, whose repetition answers the same key. */
  id?: string
}

/** Revokes the keys of a locked shop and issues a new one, for an owner who lost both phone and key. Logs the reason. */
export async function issueNewKey(
  deps: OperatorDependencies,
  tx: Query,
  { shop_id, slug, key_request, key_generation }: ShopRow,
  { operatorId, reason, id = '' }: KeyRequest,
): Promise<string> {
  const request = keyRequest('operator', id)
  if (id !== '' && key_request === request) return issuedKey(deps, tx, shop_id, key_generation)
  const key = await reissueKey(deps, tx, shop_id, request)
  await logOperatorAction(deps, tx, { operatorId, action: 'new-key', shop_id, slug, reason })
  return key
}
