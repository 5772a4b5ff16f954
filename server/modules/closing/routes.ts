import type { FastifyRequest } from 'fastify'
import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { mustFindShop } from '../shops/store'
import { closeShop, readClosing, reopenShop } from './close-shop'

export function closingHandlers({ db, clock }: AppDependencies) {
  const log = async (request: FastifyRequest, shopId: string, message: string) =>
    request.log.info({ slug: (await mustFindShop(db.query, shopId)).slug }, message)

  return {
    'GET /api/shops/:shopId/closing': ({ params: { shopId } }) => readClosing(db.query, shopId, clock()),
    'PUT /api/shops/:shopId/closing': async ({ params: { shopId }, body, auth, request }) => {
      const now = clock()
      const closing = await auth.withRight((tx) => closeShop(tx, { shopId, ...body, now }))
      await log(request, shopId, 'an owner closed a shop')
      return closing
    },
    'DELETE /api/shops/:shopId/closing': async ({ params: { shopId }, auth, request }) => {
      const closing = await auth.withRight((tx) => reopenShop(tx, shopId, clock()))
      await log(request, shopId, 'an owner opened a closed shop again')
      return closing
    },
  } satisfies Partial<Handlers>
}
