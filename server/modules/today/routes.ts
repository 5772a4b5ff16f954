import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { readUnread } from '../documents/documents'
import { readCurrent } from '../group-buys/read-current'
import { readReach } from '../notifications/read-reach'
import { readWaitingOwnApp } from '../own-apps/own-apps'
import { readFailedPayout } from '../payouts/store'
import { readOldestMessage } from '../shop-messages/shop-messages'
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
      ...(await readOldestMessage(db.query, shopId)),
      ...(await readWaitingOwnApp(db.query, shopId)),
      ...(await readCurrent(db.query, shopId)),
      ...(await readUnread(db.query, auth.accountId)),
    }),
  } satisfies Partial<Handlers>
}
