import { HOUR_MS } from '../../jobs/intervals'
import type { ServerModule } from '../../server-module'
import { handoverHandlers } from './routes'
import { HANDOVER_SWEEP_MS, sweepHandovers } from './sweep-handovers'

export const handoversModule = (({ deps, queue, storefronts }) => ({
  handlers: handoverHandlers(deps, storefronts),
  jobs: {
    'sweep-handovers': {
      isRecurring: true,
      maxDelay: HOUR_MS,
      run: async () => {
        await sweepHandovers(deps, queue)
        return deps.clock() + HANDOVER_SWEEP_MS
      },
    },
  },
})) satisfies ServerModule
