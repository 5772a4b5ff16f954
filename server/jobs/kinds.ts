import { CLOSE_UNPAID, closeUnpaid } from '../modules/orders/close-unpaid'
import type { Queue } from '../modules/photos/queue'
import { sweepPhotos } from '../modules/photos/sweep-photos'
import { sweepSessions } from '../modules/sessions/store'
import type { Storefronts } from '../modules/storefronts/storefronts'
import type { Parts } from '../parts'
import type { JobKind } from './worker'

const HOUR_MS = 3_600_000

/** Every kind of job there is. */
export const jobKinds = (parts: Parts, storefronts: Storefronts, queue: Queue): Record<string, JobKind> => ({
  [CLOSE_UNPAID]: {
    run: async (job) => {
      await closeUnpaid(parts, storefronts, job)
      return undefined
    },
  },
  'sweep-sessions': {
    recurs: true,
    run: async () => {
      await parts.db.withTx((tx) => sweepSessions(tx, parts.clock()), 'guarded')
      return parts.clock() + 24 * HOUR_MS
    },
  },
  'sweep-photos': {
    recurs: true,
    run: async () => {
      await sweepPhotos(parts, queue)
      return parts.clock() + HOUR_MS
    },
  },
})
