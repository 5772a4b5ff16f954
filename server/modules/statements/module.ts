import { DAY_MS } from '../../jobs/intervals'
import type { ServerModule } from '../../server-module'
import { checkStatements, STATEMENT_SWEEP_MS } from './check-statements'

export const statementsModule = (({ app, deps }) => ({
  jobs: {
    'check-statements': {
      isRecurring: true,
      maxDelay: DAY_MS,
      run: async () => {
        await checkStatements(deps, app.log)
        return deps.clock() + STATEMENT_SWEEP_MS
      },
    },
  },
})) satisfies ServerModule
