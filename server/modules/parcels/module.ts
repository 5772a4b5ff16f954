import { readJson } from '../../db/json'
import type { ServerModule } from '../../server-module'
import { REPORT_SHIPPING, type ReportPath } from './queue-report'
import { parcelHandlers } from './routes'
import { REPORT_RETRY_MS, sendReport } from './send-report'

export const parcelsModule = (({ app, deps }) => ({
  handlers: parcelHandlers(deps),
  jobs: {
    [REPORT_SHIPPING]: {
      maxDelay: REPORT_RETRY_MS,
      run: (job) => sendReport(deps, readJson<ReportPath>(job.payload), app.log),
    },
  },
})) satisfies ServerModule
