import { DAY_MS } from '../../jobs/intervals'
import type { ServerModule } from '../../server-module'
import { operatorJobs } from './operator-jobs'
import { sweepOperators } from './operators'
import { operatorHandlers } from './routes'
import { forgetNetworks } from './waves'

export const operatorModule = (({ app, content, deps, storefronts }) => ({
  handlers: operatorHandlers(deps, content, storefronts),
  jobs: {
    ...operatorJobs(storefronts, app.log),
    'sweep-operators': {
      isRecurring: true,
      maxDelay: DAY_MS,
      whenLate: { after: DAY_MS, delay: DAY_MS },
      run: async () => {
        await deps.db.withTx((tx) => sweepOperators(tx, deps.clock()))
        await forgetNetworks(deps.db.query, deps.clock())
        return deps.clock() + DAY_MS
      },
    },
  },
})) satisfies ServerModule
