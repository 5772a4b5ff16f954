import type { Route } from '../route'
import { Exact, IdShape, OneOf, VersionShape } from '../shapes'
import { OrderDetailsShape } from './order-details'
import { OrderParams, OrderShape } from './orders'

const RequestParams = Exact({ ...OrderParams.properties, requestId: IdShape })

export const changeRequestRoutes = {
  'PUT /api/shops/:shopId/orders/:orderId/details': {
    summary:
      'Change receiver, note and slot of an order that the shop has not accepted: its buyer, based on `detailsVersion` (0 without it). A stale version is 409 `version-conflict` with the order; `not-allowed-now` once the shop has accepted it; `slot-full` or `slot-gone` with the slots.',
    access: 'owner-or-buyer',
    params: OrderParams,
    body: Exact({ version: VersionShape, ...OrderDetailsShape.properties }),
    reply: OrderShape,
  },
  'PUT /api/shops/:shopId/orders/:orderId/change-requests/:requestId': {
    summary:
      'Ask the shop to change receiver, note or slot of an order that it has accepted: its buyer, one request at a time. The same request again answers the same; `not-allowed-now` before the order is accepted, once it is sent, or while another request waits.',
    access: 'owner-or-buyer',
    params: RequestParams,
    body: OrderDetailsShape,
    reply: OrderShape,
  },
  'DELETE /api/shops/:shopId/orders/:orderId/change-requests/:requestId': {
    summary:
      'Withdraw what the buyer asks to change: the buyer of the order, who may ask anew afterwards. The same withdrawal again answers the same; `not-allowed-now` with the order once the shop has answered.',
    access: 'owner-or-buyer',
    params: RequestParams,
    reply: OrderShape,
  },
  'POST /api/shops/:shopId/orders/:orderId/change-requests/:requestId/answers': {
    summary:
      'Accept or decline what the buyer asks to change. The same answer again answers the same; `not-allowed-now` when the request is not open. Its slot may have closed meanwhile: `slot-full` when it has no place left, `slot-gone` when its day is over.',
    access: 'owner',
    params: RequestParams,
    body: Exact({ answer: OneOf(['accept', 'decline']) }),
    reply: OrderShape,
  },
} as const satisfies Record<string, Route>
