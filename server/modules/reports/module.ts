import type { ServerModule } from '../../server-module'
import { readOwnReports } from './own-reports'
import { saveReport } from './save-report'

export const reportsModule = (({ deps: { db, clock } }) => ({
  handlers: {
    'GET /api/me/reports': async ({ auth: { accountId } }) => ({
      items: await readOwnReports(db.query, accountId),
    }),
    'PUT /api/shops/:shopId/report': ({ params: { shopId }, auth: { accountId }, body }) =>
      db.withTx((tx) => saveReport(tx, { shopId, accountId, report: body, now: clock() })),
  },
})) satisfies ServerModule
