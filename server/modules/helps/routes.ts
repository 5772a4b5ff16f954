import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import type { StorefrontCache } from '../../http/cache/storefront-cache'
import type { Handlers } from '../../http/call'
import { lockRights } from '../../lock-rights'
import { giveUpShop } from './give-up-shop'
import { listHelps, listSteps } from './list-helps'
import { recordConsent } from './record-consent'
import { endHelp, findHelp, findOpenHelps, toHelp } from './store'

export function helpHandlers(deps: AppDependencies, storefronts: StorefrontCache) {
  const { db, settings, clock } = deps
  return {
    'PUT /api/centres/:centre/helps/:helpId': async ({ params, body, auth }) => {
      if (!settings.centres.some(({ code }) => code === params.centre)) throw new ApiError('not-found')
      const consent = { ...params, ...body, helper: auth.accountId }
      return toHelp(await auth.withRight((tx) => recordConsent(deps, tx, consent)), settings.centres)
    },
    'GET /api/centres/:centre/helps': ({ params: { centre }, query, auth }) =>
      listHelps(deps, { centre, accountId: auth.accountId, role: auth.role }, query),
    'DELETE /api/centres/:centre/helps/:helpId': async ({ params: { centre, helpId }, auth }) => {
      const help = await findHelp(db.query, helpId)
      const mayEnd = help?.centre === centre && (help.helper === auth.accountId || auth.role !== 'trainer')
      if (!help || !mayEnd) throw new ApiError('not-found')
      const { shop_id, opens } = help
      const ended = await auth.withRight(async (tx) => {
        await lockRights(tx, { shopId: shop_id })
        if (!(await endHelp(tx, shop_id, helpId, clock()))) return false
        if (opens === 1) await giveUpShop(tx, shop_id, clock())
        return true
      })
      storefronts.invalidateShop(shop_id)
      return { ended }
    },
    'GET /api/shops/:shopId/helps': async ({ params: { shopId } }) => ({
      helps: (await findOpenHelps(db.query, shopId, clock())).map((row) => toHelp(row, settings.centres)),
    }),
    'DELETE /api/shops/:shopId/helps/:helpId': async ({ params: { shopId, helpId }, auth }) => ({
      ended: await auth.withRight((tx) => endHelp(tx, shopId, helpId, clock())),
    }),
    'GET /api/shops/:shopId/help-steps': ({ params: { shopId }, query }) => listSteps(deps, shopId, query),
  } satisfies Partial<Handlers>
}
