import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { withShopLock } from '../shops/shop-lock'
import { closeShop, readClosing, reopenShop } from './close-shop'

export const closingHandlers = ({ db, clock }: AppDependencies) =>
  ({
    'GET /api/shops/:shopId/closing': ({ params: { shopId } }) => readClosing(db.query, shopId, clock()),
    'PUT /api/shops/:shopId/closing': async ({ params: { shopId }, body, request }) => {
      const now = clock()
      const closing = await withShopLock(db, shopId, (tx) => closeShop(tx, { shopId, ...body, now }))
      request.log.info({ shopId, closedAt: closing.closedAt }, 'an owner closed a shop')
      return closing
    },
    'DELETE /api/shops/:shopId/closing': async ({ params: { shopId }, request }) => {
      const closing = await withShopLock(db, shopId, (tx) => reopenShop(tx, shopId, clock()))
      request.log.info({ shopId }, 'an owner opened a closed shop again')
      return closing
    },
  }) satisfies Partial<Handlers>
