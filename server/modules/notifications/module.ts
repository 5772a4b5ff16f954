import { readJson } from '../../db/json'
import { DAY_MS, HOUR_MS } from '../../jobs/intervals'
import type { ServerModule } from '../../server-module'
import { NOTIFY, type Notice } from '../notices/queue-notice'
import { expireOrders } from '../orders/expire-orders'
import { ORDER_SWEEP_MS } from '../orders/sweep-orders'
import { fanOut, SEND_MESSAGE } from './fan-out'
import { sweepMessages } from './message-rows'
import { notifyExpiring } from './notify-expiring'
import { channelHandlers, createIsForEvent } from './routes'
import { sendMessage } from './send-message'
import { createBudgetWarning } from './sms-budget'

export const notificationsModule = (({ app, content, deps, storefronts }) => {
  const reports = { log: app.log, onBudgetSpent: createBudgetWarning(deps, app.log) }
  return {
    handlers: channelHandlers(deps),
    jobs: {
      [NOTIFY]: {
        maxDelay: 0,
        run: async (job) => {
          await fanOut(deps, readJson<Notice>(job.payload), createIsForEvent(deps))
          return undefined
        },
      },
      [SEND_MESSAGE]: {
        // until quiet hours end
        maxDelay: DAY_MS,
        run: (job) => sendMessage({ ...deps, content }, readJson<{ id: string }>(job.payload).id, reports),
      },
      'sweep-messages': {
        isRecurring: true,
        maxDelay: DAY_MS,
        run: async () => {
          await deps.db.withTx((tx) => sweepMessages(tx, deps.clock()))
          return deps.clock() + DAY_MS
        },
      },
      // the same job warns owners and expires orders: when it is late, both are postponed
      'expire-orders': {
        isRecurring: true,
        maxDelay: DAY_MS,
        // after an outage or a clock change, sellers get the full notice period to answer
        whenLate: { after: HOUR_MS, delay: DAY_MS },
        run: async () => {
          await expireOrders(deps, storefronts)
          await notifyExpiring(deps)
          return deps.clock() + ORDER_SWEEP_MS
        },
      },
    },
  }
}) satisfies ServerModule
