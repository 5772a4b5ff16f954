import { Type } from '@sinclair/typebox'
import type { Route } from '../route'
import { Exact, IdShape, MomentShape, ShopParams } from '../shapes'
import { OrderParams } from './orders'

export const blockedBuyerRoutes = {
  'GET /api/shops/:shopId/blocked-buyers': {
    summary: 'The buyers whose orders the shop does not take, each by the last order; the newest 200.',
    access: 'owner',
    params: ShopParams,
    reply: Exact({
      items: Type.Array(
        Exact({ orderId: IdShape, name: Type.String(), phone: Type.String(), since: MomentShape }),
      ),
    }),
  },
  'PUT /api/shops/:shopId/blocked-buyers/:orderId': {
    summary:
      'Take no more orders of the buyer who placed this one, once per `id`: what waits of theirs is cancelled and its stock returned; accepted orders go on.',
    access: 'owner',
    params: OrderParams,
    body: Exact({ id: IdShape }),
    reply: Exact({ blocked: Type.Boolean(), cancelled: Type.Integer() }),
  },
  'DELETE /api/shops/:shopId/blocked-buyers/:orderId': {
    summary: 'Take orders again of the buyer who placed this one.',
    access: 'owner',
    params: OrderParams,
    reply: Exact({ blocked: Type.Boolean() }),
  },
} as const satisfies Record<string, Route>
