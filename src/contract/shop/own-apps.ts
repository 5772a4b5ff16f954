import { Type } from '@sinclair/typebox'
import { filingGaps, MAX_OWN_APP_NOTE_LENGTH, ownAppStates } from '@/domain/shop/own-app'
import type { Route } from '../route'
import { AppidShape } from '../sessions'
import { Exact, MomentShape, OneOf, ShopParams, Words } from '../shapes'

const StateShape = OneOf(ownAppStates)

const StatesShape = Exact({
  ...{ filing: StateShape, category: StateShape, payment: StateShape },
  ...{ audit: StateShape, release: StateShape },
})

/** How far a shop's own mini-program is. */
export const OwnAppShape = Exact({
  appid: AppidShape,
  states: StatesShape,
  /** What the operator wrote about the step on which it waits. */
  note: Type.Optional(Type.String()),
  /** What WeChat says about a filing that was sent back, or misses before one. */
  filing: Type.Optional(
    Exact({ gaps: Type.Array(OneOf(filingGaps)), problems: Type.Array(Type.String()), readAt: MomentShape }),
  ),
})

export const ownAppRoutes = {
  'GET /api/shops/:shopId/own-app': {
    summary: 'How far the shop’s own mini-program is on its way to buyers; empty for a shop without one.',
    access: 'owner',
    params: ShopParams,
    reply: Exact({ app: Type.Optional(OwnAppShape) }),
  },
  'PUT /api/operator/shops/:shopId/own-app': {
    summary:
      'Note how far the shop’s own mini-program is. The filing is read from WeChat when this server has the secret of the mini-program, and is then left as it is.',
    access: 'operator',
    params: ShopParams,
    body: Exact({
      appid: AppidShape,
      states: StatesShape,
      note: Type.Optional(Words(1, MAX_OWN_APP_NOTE_LENGTH)),
    }),
    reply: OwnAppShape,
  },
} as const satisfies Record<string, Route>
