import type { Handlers } from '../../http/call'
import type { Parts } from '../../parts'
import { Refused } from '../../refused'
import { withinShopQuota } from '../quotas/shop-quota'
import { changingShop } from '../shops/changing'
import { mustFindShop } from '../shops/store'
import { publishLook } from './publish-look'
import { saveDraft } from './save-draft'
import { historyOf, lookState, readLook } from './store'

export function lookHandlers(parts: Parts) {
  const { db } = parts
  return {
    'GET /api/shops/:shopId/look': ({ params: { shopId } }) => lookState(db.query, shopId),
    'GET /api/shops/:shopId/look/history/:lookVersion': async ({ params: { shopId, lookVersion } }) => {
      const past = await historyOf(db.query, await mustFindShop(db.query, shopId))
      const row = past.find(({ version }) => version === Number(lookVersion))
      if (!row) throw new Refused('not-found')
      return readLook(row)
    },
    'PUT /api/shops/:shopId/look-draft': async ({ params: { shopId }, body }) => {
      const fields = parts.looks.faults(body)
      if (fields.length > 0) throw new Refused('bad-input', { fields })
      return db.withTx((tx) =>
        withinShopQuota(parts.settings.quotas, tx, shopId, () => saveDraft(tx, shopId, body)),
      )
    },
    'POST /api/shops/:shopId/look/publish': ({ params: { shopId }, body }) =>
      changingShop(db, shopId, async (tx) => {
        await publishLook(parts, tx, shopId, body)
        return lookState(tx, shopId)
      }),
  } satisfies Partial<Handlers>
}
