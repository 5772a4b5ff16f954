import type { FastifyBaseLogger } from 'fastify'
import { readJson } from '../db/json'
import type { AppDependencies } from '../dependencies'
import { measureStored } from '../modules/media/measure-stored'
import type { Queue } from '../modules/media/queue'
import { UNUSED_MS } from '../modules/media/remove-unused'
import { sweep } from '../modules/media/sweep'
import { CLOSE_UNPAID, closeUnpaid, PAY_WITHIN_MS } from '../modules/orders/close-unpaid'
import { EXPIRY_SWEEP_MS, expireOrders } from '../modules/orders/expire-orders'
import { photoFileNames } from '../modules/photos/photo-files'
import { sweepPhotos } from '../modules/photos/sweep-photos'
import { sweepAddressDays } from '../modules/quotas/address-day'
import { sweepSessions } from '../modules/sessions/store'
import { IDLE_MS, sweepAccounts } from '../modules/sessions/sweep-accounts'
import type { Storefronts } from '../modules/storefronts/storefronts'
import { voiceFile } from '../modules/voices/voice-file'
import { OPERATOR_ACTION } from '../operator/operator-log'
import type { JobKind } from './worker'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const voiceFiles = (hash: string) => [voiceFile(hash)]

/** Every kind of job there is. */
export const jobKinds = (
  deps: AppDependencies,
  storefronts: Storefronts,
  queue: Queue,
  log: Pick<FastifyBaseLogger, 'warn'>,
): Record<string, JobKind> => ({
  [CLOSE_UNPAID]: {
    waits: PAY_WITHIN_MS,
    // nobody could pay while there was no server
    late: { by: PAY_WITHIN_MS, wait: PAY_WITHIN_MS },
    run: async (job) => {
      await closeUnpaid(deps, storefronts, job)
      return undefined
    },
  },
  [OPERATOR_ACTION]: {
    waits: 0,
    run: async ({ payload }) => {
      const action = readJson<{ shopId: string }>(payload)
      storefronts.forgetShop(action.shopId)
      log.warn(action, 'an operator changed a shop from the command line')
      return undefined
    },
  },
  'sweep-sessions': {
    recurs: true,
    waits: DAY_MS,
    late: { by: DAY_MS, wait: DAY_MS },
    run: async () => {
      await deps.db.withTx((tx) => sweepSessions(tx, deps.clock()), 'guarded')
      return deps.clock() + DAY_MS
    },
  },
  'expire-orders': {
    recurs: true,
    waits: DAY_MS,
    // after an outage or a jump of the clock, sellers have the time of the notice to answer
    late: { by: HOUR_MS, wait: DAY_MS },
    run: async () => {
      await expireOrders(deps, storefronts)
      return deps.clock() + EXPIRY_SWEEP_MS
    },
  },
  'measure-stored': {
    recurs: true,
    waits: DAY_MS,
    run: async () => {
      await measureStored(deps, 'photo', photoFileNames)
      await measureStored(deps, 'voice', voiceFiles)
      return deps.clock() + DAY_MS
    },
  },
  'sweep-accounts': {
    recurs: true,
    waits: IDLE_MS,
    // after a jump of the clock everyone has the whole time to come back
    late: { by: DAY_MS, wait: IDLE_MS },
    run: async () => {
      await sweepAccounts(deps)
      await deps.db.withTx((tx) => sweepAddressDays(tx, deps.clock()), 'guarded')
      return deps.clock() + DAY_MS
    },
  },
  'sweep-photos': {
    recurs: true,
    waits: UNUSED_MS,
    late: { by: DAY_MS, wait: UNUSED_MS },
    run: async () => {
      await sweepPhotos(deps, queue)
      await sweep(deps, queue, 'voice', voiceFiles)
      return deps.clock() + HOUR_MS
    },
  },
})
