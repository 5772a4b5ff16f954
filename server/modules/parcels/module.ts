import { readJson } from '../../db/json'
import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import type { ServerModule } from '../../server-module'
import { withShopLock } from '../shops/shop-lock'
import { readHeldMoney } from './held-money'
import { REPORT_SHIPPING, type ReportPath } from './queue-report'
import { saveParcel } from './save-parcel'
import { REPORT_RETRY_MS, sendReport } from './send-report'

const parcelHandlers = ({ db, clock }: AppDependencies) =>
  ({
    'PUT /api/shops/:shopId/orders/:orderId/parcel': ({ params, body }) =>
      withShopLock(db, params.shopId, (tx) => saveParcel(tx, { ...params, parcel: body, now: clock() })),
    'GET /api/shops/:shopId/held-money': ({ params: { shopId } }) => readHeldMoney(db.query, shopId),
  }) satisfies Partial<Handlers>

export const parcelsModule = (({ app, deps }) => ({
  handlers: parcelHandlers(deps),
  jobs: {
    [REPORT_SHIPPING]: {
      maxDelay: REPORT_RETRY_MS,
      run: (job) => sendReport(deps, readJson<ReportPath>(job.payload), app.log),
    },
  },
})) satisfies ServerModule
