import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { issuedKey } from './issue-key'
import { removeOtherOwners } from './owners'
import { endPractice } from './practice'
import { keyRequest, reissueKey } from './reissue-key'
import { mustFindShop } from './store'

export function shopHandlers(deps: AppDependencies) {
  return {
    'POST /api/shops/:shopId/practice/end': ({ params: { shopId }, auth }) =>
      auth.withRight((tx) => endPractice(tx, shopId)),
    'POST /api/shops/:shopId/key': ({ params: { shopId }, body, auth }) =>
      auth.withRight(async (tx) => {
        const row = await mustFindShop(tx, shopId)
        const request = keyRequest(auth.accountId, body.id)
        const again = row.key_request === request
        const key = again
          ? await issuedKey(deps, tx, shopId, row.key_generation)
          : await reissueKey(deps, tx, shopId, request)
        return { key }
      }),
    'DELETE /api/shops/:shopId/other-owners': ({ params: { shopId }, auth }) =>
      auth.withRight(async (tx) => ({
        removed: await removeOtherOwners(tx, auth.accountId, shopId, deps.clock()),
      })),
  } satisfies Partial<Handlers>
}
