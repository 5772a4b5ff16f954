import type { Handlers } from '../../http/call'
import { originOf } from '../../http/origin'
import type { Parts } from '../../parts'
import { Refused } from '../../refused'
import { changeLook, changeSettings } from './change-shop'
import { changingShop } from './changing'
import { shopKey } from './key'
import { openShop } from './open-shop'
import { endKeys, removeOtherOwners } from './owners'
import { keyHolder, keyRequest, reissueKey } from './reissue-key'
import { settingsFaults } from './settings-faults'
import { findShop, toLook, toShop } from './store'

export function shopHandlers(parts: Parts) {
  const { db } = parts

  async function mustFind(shopId: string, query = db.query) {
    const row = await findShop(query, shopId)
    if (!row) throw new Refused('not-found')
    return row
  }

  return {
    'PUT /api/shops/:shopId': async ({ params: { shopId }, body, who, request }) => {
      const { slug, key } = await db.withTx(
        (tx) => openShop(parts, tx, shopId, who.accountId, body),
        'guarded',
      )
      return { id: shopId, slug, url: `${originOf(parts.settings, request)}/s/${slug}`, key }
    },
    'GET /api/shops/:shopId': async ({ params: { shopId } }) => {
      const row = await mustFind(shopId)
      return { shop: toShop(row), look: toLook(row) }
    },
    'PUT /api/shops/:shopId/settings': async ({ params: { shopId }, body }) => {
      const fields = settingsFaults(body, parts.online)
      if (fields.length > 0) throw new Refused('bad-input', { fields })
      return changingShop(db, shopId, (tx) => changeSettings(tx, shopId, body))
    },
    'PUT /api/shops/:shopId/look': async ({ params: { shopId }, body }) => {
      const fields = parts.looks.faults(body)
      if (fields.length > 0) throw new Refused('bad-input', { fields })
      return changingShop(db, shopId, (tx) => changeLook(tx, shopId, body))
    },
    'POST /api/shops/:shopId/key': ({ params: { shopId }, body, who }) =>
      changingShop(db, shopId, async (tx) => {
        const row = await mustFind(shopId, tx)
        const request = keyRequest(who.accountId, body.id)
        const again = row.key_request === request
        const key = again
          ? shopKey(parts.secret, shopId, row.key_generation)
          : await reissueKey(parts, tx, shopId, request)
        return { key }
      }),
    'DELETE /api/shops/:shopId/other-owners': ({ params: { shopId }, who }) =>
      db.withTx(async (tx) => {
        const removed = await removeOtherOwners(tx, who.accountId, shopId)
        if (removed > 0 && keyHolder(await mustFind(shopId, tx)) !== who.accountId)
          await endKeys(tx, shopId, parts.clock())
        return { removed }
      }),
  } satisfies Partial<Handlers>
}
