import { DAY_MS, HOUR_MS } from '../../jobs/intervals'
import type { ServerModule } from '../../server-module'
import { ORDER_SWEEP_MS } from '../orders/sweep-orders'
import { decideBySilence } from './decide-by-silence'
import { orderHandlers } from './routes'

export const orderStepsModule = (({ deps, storefronts }) => ({
  handlers: orderHandlers(deps),
  jobs: {
    'decide-by-silence': {
      isRecurring: true,
      maxDelay: DAY_MS,
      // after an outage or a clock change, people get a day to answer
      whenLate: { after: HOUR_MS, delay: DAY_MS },
      run: async () => {
        await decideBySilence(deps, storefronts)
        return deps.clock() + ORDER_SWEEP_MS
      },
    },
  },
})) satisfies ServerModule
