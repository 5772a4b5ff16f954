import type { ServerModule } from '../../server-module'
import { saveReport } from './save-report'

export const reportsModule = (({ deps: { db, clock } }) => ({
  handlers: {
    'PUT /api/shops/:shopId/report': ({ params: { shopId }, auth: { accountId }, body }) =>
      db.withTx((tx) => saveReport(tx, { shopId, accountId, report: body, now: clock() })),
  },
})) satisfies ServerModule
