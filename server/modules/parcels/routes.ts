import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { withShopLock } from '../shops/shop-lock'
import { readHeldMoney } from './held-money'
import { saveParcel } from './save-parcel'

export const parcelHandlers = ({ db, clock }: AppDependencies) =>
  ({
    'PUT /api/shops/:shopId/orders/:orderId/parcel': ({ params, body }) =>
      withShopLock(db, params.shopId, (tx) => saveParcel(tx, { ...params, parcel: body, now: clock() })),
    'GET /api/shops/:shopId/held-money': ({ params: { shopId } }) => readHeldMoney(db.query, shopId),
  }) satisfies Partial<Handlers>
