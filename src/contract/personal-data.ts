import { Type } from '@sinclair/typebox'
import type { Route } from './route'
import { Exact, FileLinkShape, IdShape, MomentShape } from './shapes'
import { OpenOrderShape } from './shop/closing'

export const PersonalDataShape = Exact({
  /** The number of my orders, and of those for which I may still claim. */
  orders: Type.Integer(),
  claimable: Type.Integer(),
  /**
   * The orders that have to end before my data can be deleted, at most 50, the oldest first. Then those of others that I pay for
   * (`isOthers`) and WeChat does not know as sent, at most 50.
   */
  openOrders: Type.Array(Exact({ ...OpenOrderShape.properties, isOthers: Type.Optional(Type.Boolean()) })),
  /** My shops. While I have one, only my data as a buyer is deleted. */
  shops: Type.Array(Exact({ id: IdShape, name: Type.String() })),
  /** I have a role in a service centre, with the same effect. */
  isStaff: Type.Boolean(),
  /** When the receivers of my orders are shortened and removed at the latest; absent without orders. */
  receiversUntil: Type.Optional(MomentShape),
  recordsUntil: Type.Optional(MomentShape),
})

export const personalDataRoutes = {
  'GET /api/me/data': {
    summary: 'My stored data, in short, and what deleting it would leave.',
    access: 'signed-in',
    reply: PersonalDataShape,
  },
  'POST /api/me/data/copies': {
    summary: 'A link to a page with all stored data of mine, which works for ten minutes.',
    access: 'signed-in',
    body: Exact({ id: IdShape }),
    reply: FileLinkShape,
  },
  'DELETE /api/me/data': {
    summary:
      'Delete my stored data; `not-allowed-now`, with what is open, while orders are open. Finished orders stay with their shops, without a link to me, and lose the receiver within the terms of the privacy page. `isAccountKept` for owners of shops and staff of centres.',
    access: 'signed-in',
    reply: Exact({ isAccountKept: Type.Boolean() }),
  },
} as const satisfies Record<string, Route>
