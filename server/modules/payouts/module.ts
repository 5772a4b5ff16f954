import { readJson } from '../../db/json'
import { DAY_MS } from '../../jobs/intervals'
import type { ServerModule } from '../../server-module'
import { beginPayouts, PAYOUT_SWEEP_MS } from './begin-payouts'
import { followPayout, PAYOUT_QUERY_MS } from './follow-payout'
import { FOLLOW_PAYOUT, type PayoutPath } from './jobs'
import { payoutHandlers } from './routes'

export const payoutsModule = (({ app, deps }) => ({
  handlers: payoutHandlers(deps),
  jobs: {
    'begin-payouts': {
      isRecurring: true,
      maxDelay: DAY_MS,
      run: async () => {
        await beginPayouts(deps, app.log)
        return deps.clock() + PAYOUT_SWEEP_MS
      },
    },
    [FOLLOW_PAYOUT]: {
      maxDelay: PAYOUT_QUERY_MS,
      run: (job) => followPayout(deps, readJson<PayoutPath>(job.payload), app.log),
    },
  },
})) satisfies ServerModule
