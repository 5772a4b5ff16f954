import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { onlineMethodsOf, readGrants } from '../grants/grants'
import { findActingHelps, toHelp } from '../helps/store'
import type { Queue } from '../media/queue'
import { withShopLock } from '../shops/shop-lock'
import { mustFindShop, toLook, toManagedShop } from '../shops/store'
import { changeSettings } from './change-settings'
import { prepareShopPhotos } from './shop-photos'
import { validateSettings } from './validate-settings'

export function settingHandlers(deps: AppDependencies, queue: Queue) {
  const { db } = deps

  return {
    'GET /api/shops/:shopId': async ({ params: { shopId }, auth }) => {
      const row = await mustFindShop(db.query, shopId)
      const managed = { shop: toManagedShop(row), look: toLook(row) }
      if (auth.role === 'owner') return managed
      const acting = { accountId: auth.accountId, shopId, now: deps.clock() }
      const [help] = await findActingHelps(db.query, acting)
      if (!help) throw new ApiError('not-found')
      return { ...managed, help: toHelp(help, deps.settings.centres) }
    },
    'PUT /api/shops/:shopId/settings': async ({ params: { shopId }, body, auth: { accountId, role } }) => {
      const online = onlineMethodsOf(deps.payments, readGrants(await mustFindShop(db.query, shopId)))
      const fields = validateSettings(body, online)
      if (fields.length > 0) throw new ApiError('bad-input', { fields })
      const sizes = await prepareShopPhotos(deps, queue, { shopId, accountId, photos: body })
      return withShopLock(db, shopId, (tx) =>
        changeSettings(tx, shopId, body, { accountId, role, sizes, now: deps.clock() }),
      )
    },
  } satisfies Partial<Handlers>
}
