import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { readReach } from '../notifications/read-reach'
import { readFailedPayout } from '../payouts/store'
import { today } from './read-today'
import { readWaiting } from './waiting-orders'

export function todayHandlers(deps: AppDependencies) {
  const { db, clock } = deps

  return {
    'GET /api/shops/:shopId/waiting': async ({ params: { shopId } }) =>
      (await readWaiting(db.query, [shopId])).get(shopId) ?? { count: 0 },
    'GET /api/shops/:shopId/today': async ({ params: { shopId }, auth }) => ({
      ...(await today(db.query, shopId, clock())),
      ...(await readFailedPayout(deps, shopId)),
      ...(await readReach(deps, shopId, auth.identity)),
    }),
  } satisfies Partial<Handlers>
}
