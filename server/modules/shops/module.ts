import { PRACTICE_MS } from '@/domain/shop/shop'
import { DAY_MS } from '../../jobs/intervals'
import type { ServerModule } from '../../server-module'
import { removeOldPracticeShops } from './practice'
import { shopHandlers } from './routes'

export const shopsModule = (({ deps, storefronts }) => ({
  handlers: shopHandlers(deps),
  jobs: {
    'remove-practice-shops': {
      isRecurring: true,
      maxDelay: DAY_MS,
      // after a clock change every practice shop gets the whole time again
      whenLate: { after: DAY_MS, delay: PRACTICE_MS },
      run: async () => {
        await removeOldPracticeShops(deps, (shopId) => storefronts.invalidateShop(shopId))
        return deps.clock() + DAY_MS
      },
    },
  },
})) satisfies ServerModule
