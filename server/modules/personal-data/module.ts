import { REOPEN_MS } from '@/domain/shop/personal-data'
import { DAY_MS } from '../../jobs/intervals'
import type { ServerModule } from '../../server-module'
import { endClosedShops, removeEndedShops } from '../closing/end-shop'
import { forgetOrders } from './forget-orders'
import { personalDataHandlers } from './routes'
import { serveCopies } from './serve-copies'

export const personalDataModule = (({ app, content, deps, limits, storefronts }) => ({
  handlers: personalDataHandlers(deps),
  serve: () => serveCopies(app, deps, { content, limits }),
  jobs: {
    'end-terms': {
      isRecurring: true,
      maxDelay: DAY_MS,
      // after a clock change every closed shop can be opened again for the whole time
      whenLate: { after: DAY_MS, delay: REOPEN_MS },
      run: async () => {
        await endClosedShops(deps, storefronts)
        await forgetOrders(deps)
        await removeEndedShops(deps)
        return deps.clock() + DAY_MS
      },
    },
  },
})) satisfies ServerModule
