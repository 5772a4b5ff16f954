import { TAKE_OVER_WITHIN_MS } from '@/domain/shop/help'
import { DAY_MS } from '../../jobs/intervals'
import type { ServerModule } from '../../server-module'
import { helpHandlers } from './routes'
import { HELP_SWEEP_MS, sweepHelps } from './sweep-helps'

export const helpsModule = (({ deps, storefronts }) => ({
  handlers: helpHandlers(deps, storefronts),
  jobs: {
    'sweep-helps': {
      isRecurring: true,
      maxDelay: TAKE_OVER_WITHIN_MS,
      // after a clock change every shop gets the whole time again
      whenLate: { after: DAY_MS, delay: TAKE_OVER_WITHIN_MS },
      run: async () => {
        await sweepHelps(deps, storefronts)
        return deps.clock() + HELP_SWEEP_MS
      },
    },
  },
})) satisfies ServerModule
