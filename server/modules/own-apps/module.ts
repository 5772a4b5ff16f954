import { HOUR_MS } from '../../jobs/intervals'
import type { ServerModule } from '../../server-module'
import { findOwnApp, readFilings } from './own-apps'

/** WeChat decides about filings within days. */
const READ_EVERY_MS = 6 * HOUR_MS

export const ownAppsModule = (({ app, deps }) => ({
  handlers: {
    'GET /api/shops/:shopId/own-app': async ({ params: { shopId } }) => {
      const found = await findOwnApp(deps.db.query, shopId)
      return found ? { app: found } : {}
    },
  },
  jobs: {
    'read-filings': {
      isRecurring: true,
      maxDelay: READ_EVERY_MS,
      run: async () => {
        if (deps.wechat?.filing) await readFilings(deps, deps.wechat.filing, app.log)
        return deps.clock() + READ_EVERY_MS
      },
    },
  },
})) satisfies ServerModule
