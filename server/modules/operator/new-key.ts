import type { Query } from '../../db/database'
import { issuedKey } from '../shops/issue-key'
import { removeOtherOwners } from '../shops/owners'
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
  /** All owners lose the shop. */
  isTransfer?: boolean
}

/** No account has this id. */
const NOBODY = ''

/** Revokes the keys of a locked shop and issues a new one, for an owner who lost both phone and key, or for another person. Logs the reason. */
export async function issueNewKey(
  deps: OperatorDependencies,
  tx: Query,
  { shop_id, slug, key_request, key_generation }: ShopRow,
  { operatorId, reason, id = '', isTransfer = false }: KeyRequest,
): Promise<string> {
  const request = keyRequest('operator', id)
  if (id !== '' && key_request === request) return issuedKey(deps, tx, shop_id, key_generation)
  if (isTransfer) await removeOtherOwners(tx, NOBODY, shop_id, deps.clock())
  const key = await reissueKey(deps, tx, shop_id, request)
  const action = isTransfer ? 'transfer' : 'new-key'
  await logOperatorAction(deps, tx, { operatorId, action, shop_id, slug, reason })
  return key
}
