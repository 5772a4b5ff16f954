import { Type } from '@sinclair/typebox'
import type { Route } from '../route'
import { Exact, IdShape, MomentShape, ShopParams } from '../shapes'

export const shopMessageRoutes = {
  'PUT /api/shops/:shopId/messages/:messageId/read': {
    summary: 'Confirm that I have read a message of an operator to the owners of the shop.',
    access: 'owner',
    params: Exact({ ...ShopParams.properties, messageId: IdShape }),
    reply: Exact({ readAt: MomentShape }),
  },
} as const satisfies Record<string, Route>

/** A message of an operator, as its shop reads it. */
export const ShopMessageShape = Exact({ id: IdShape, text: Type.String() })
