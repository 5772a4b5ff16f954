import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import type { StorefrontCache } from '../../http/cache/storefront-cache'
import type { Handlers } from '../../http/call'
import { leaveShop } from './leave-shop'
import { makeCard } from './make-card'
import { endCard, findCard, toPaperCard } from './store'
import { judgePictures, readCard, redeemCard } from './use-card'

export function paperCardHandlers(deps: AppDependencies, storefronts: StorefrontCache) {
  const { db, clock } = deps
  return {
    'GET /api/shops/:shopId/paper-card': async ({ params: { shopId } }) => {
      const card = await findCard(db.query, shopId)
      return card ? { card: toPaperCard(card, clock()) } : {}
    },
    'PUT /api/shops/:shopId/paper-cards/:cardId': ({ params, body, auth }) =>
      auth.withRight((tx) => makeCard(deps, tx, { ...params, ...body, maker: auth.accountId })),
    'DELETE /api/shops/:shopId/paper-card': async ({ params: { shopId }, auth }) => ({
      ended: await auth.withRight((tx) => endCard(tx, shopId, clock())),
    }),
    'DELETE /api/shops/:shopId/owners/me': async ({ params: { shopId }, auth }) => {
      await auth.withRight((tx) => leaveShop(deps, tx, shopId, auth.accountId))
      return { ended: true }
    },
    'POST /api/paper-cards/read': ({ body: { code }, auth }) =>
      readCard(deps, db.query, { code, accountId: auth.accountId }),
    'POST /api/paper-cards/answers': async ({ body, auth }) => {
      const choice = { ...body, accountId: auth.accountId }
      const answer = await auth.withRight((tx) => judgePictures(deps, tx, choice))
      if ('read' in answer) return answer.read
      if ('wrong' in answer) throw new ApiError('card-wrong', { current: answer.wrong })
      const retryAfter = (answer.lockedUntil - clock()) / 1000
      throw new ApiError('card-locked', { current: { until: answer.lockedUntil }, retryAfter })
    },
    'POST /api/paper-cards/redeem': async ({ body: { code }, auth }) => {
      const use = { code, accountId: auth.accountId }
      const passed = await auth.withRight((tx) => redeemCard(deps, tx, use))
      storefronts.invalidateShop(passed.shopId)
      return passed
    },
  } satisfies Partial<Handlers>
}
