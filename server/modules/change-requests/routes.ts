import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { withShopLock } from '../shops/shop-lock'
import { answerChange } from './answer-change'
import { askChange, withdrawChange } from './ask-change'
import { changeDetails } from './change-details'

export function changeRequestHandlers({ db, clock }: AppDependencies) {
  return {
    'PUT /api/shops/:shopId/orders/:orderId/details': ({ params, body: { version, ...details }, auth }) =>
      withShopLock(db, params.shopId, (tx) =>
        changeDetails(tx, { ...params, role: auth.role, version, details, now: clock() }),
      ),
    'PUT /api/shops/:shopId/orders/:orderId/change-requests/:requestId': ({ params, body, auth }) =>
      withShopLock(db, params.shopId, (tx) =>
        askChange(tx, { ...params, role: auth.role, details: body, now: clock() }),
      ),
    'DELETE /api/shops/:shopId/orders/:orderId/change-requests/:requestId': ({ params, auth }) =>
      withShopLock(db, params.shopId, (tx) =>
        withdrawChange(tx, { ...params, role: auth.role, now: clock() }),
      ),
    'POST /api/shops/:shopId/orders/:orderId/change-requests/:requestId/answers': ({ params, body }) =>
      withShopLock(db, params.shopId, (tx) => answerChange(tx, { ...params, ...body, now: clock() })),
  } satisfies Partial<Handlers>
}
