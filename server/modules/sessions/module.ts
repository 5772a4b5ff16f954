import { DAY_MS } from '../../jobs/intervals'
import type { ServerModule } from '../../server-module'
import { sweepAddressDays } from '../quotas/address-quota'
import { sessionHandlers } from './routes'
import { sweepSessions } from './store'
import { IDLE_MS, sweepAccounts } from './sweep-accounts'

export const sessionsModule = (({ deps, limits, storefronts }) => ({
  handlers: sessionHandlers(deps, limits, storefronts),
  jobs: {
    'sweep-sessions': {
      isRecurring: true,
      maxDelay: DAY_MS,
      whenLate: { after: DAY_MS, delay: DAY_MS },
      run: async () => {
        await deps.db.withTx((tx) => sweepSessions(tx, deps.clock()))
        return deps.clock() + DAY_MS
      },
    },
    'sweep-accounts': {
      isRecurring: true,
      maxDelay: IDLE_MS,
      // after a clock change every account gets the whole idle period again
      whenLate: { after: DAY_MS, delay: IDLE_MS },
      run: async () => {
        await sweepAccounts(deps)
        await deps.db.withTx((tx) => sweepAddressDays(tx, deps.clock()))
        return deps.clock() + DAY_MS
      },
    },
  },
})) satisfies ServerModule
