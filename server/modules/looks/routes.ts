import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { withinShopQuota } from '../quotas/shop-quota'
import { lockShop, withShopLock } from '../shops/shop-lock'
import { mustFindShop } from '../shops/store'
import { publishLook } from './publish-look'
import { saveDraft } from './save-draft'
import { historyOf, lookState, readLook } from './store'

export function lookHandlers(deps: AppDependencies) {
  const { db } = deps
  return {
    'GET /api/shops/:shopId/look': ({ params: { shopId } }) => lookState(db.query, shopId),
    'GET /api/shops/:shopId/look/history/:lookVersion': async ({ params: { shopId, lookVersion } }) => {
      const past = await historyOf(db.query, await mustFindShop(db.query, shopId))
      const row = past.find(({ version }) => version === Number(lookVersion))
      if (!row) throw new ApiError('not-found')
      return readLook(row)
    },
    'PUT /api/shops/:shopId/look-draft': async ({ params: { shopId }, body }) => {
      const fields = deps.looks.validate(body)
      if (fields.length > 0) throw new ApiError('bad-input', { fields })
      return db.withTx(async (tx) => {
        await lockShop(tx, shopId)
        return withinShopQuota(deps.settings.quotas, tx, shopId, () => saveDraft(tx, shopId, body))
      })
    },
    'POST /api/shops/:shopId/look/publish': ({ params: { shopId }, body }) =>
      withShopLock(db, shopId, async (tx) => {
        await publishLook(deps, tx, shopId, body)
        return lookState(tx, shopId)
      }),
  } satisfies Partial<Handlers>
}
