import { readJson } from '../../db/json'
import type { ServerModule } from '../../server-module'
import { type ApplicationPath, FOLLOW_APPLICATION, FOLLOW_MS, followApplication } from './jobs'
import { paymentApplicationHandlers } from './routes'

export const paymentApplicationsModule = (({ app, deps, storefronts, uploads }) => ({
  handlers: paymentApplicationHandlers(deps, { uploads, storefronts }),
  jobs: {
    [FOLLOW_APPLICATION]: {
      maxDelay: FOLLOW_MS,
      run: (job) => followApplication(deps, storefronts, readJson<ApplicationPath>(job.payload), app.log),
    },
  },
})) satisfies ServerModule
