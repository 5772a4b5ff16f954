import { type Static, Type } from '@sinclair/typebox'
import { consentMethods, helpActions, helpPurposes } from '@/domain/shop/help'
import { trades } from '@/domain/shop/trade'
import { CentreParams, CentreShape } from '../centres'
import type { Route } from '../route'
import {
  CheckedWords,
  Exact,
  IdShape,
  MomentShape,
  OneOf,
  PageOf,
  PageQuery,
  ShopParams,
  ShownWords,
  SlugShape,
} from '../shapes'

const HelpParams = Exact({ ...CentreParams.properties, helpId: IdShape })
const ShopHelpParams = Exact({ ...ShopParams.properties, helpId: IdShape })

/** Somebody of a centre who may act in a shop until `expiresAt`. */
export const HelpShape = Exact({
  id: IdShape,
  centre: CentreShape,
  /** The helper's name in the centre. */
  helper: ShownWords('staff-name'),
  purposes: Type.Array(OneOf(helpPurposes)),
  startedAt: MomentShape,
  expiresAt: MomentShape,
})

export const CentreHelpShape = Exact({
  ...HelpShape.properties,
  shopId: IdShape,
  /** True for the one who may change the shop under this help. */
  mayAct: Type.Boolean(),
  /** The helper's name for the person. */
  person: Type.Optional(CheckedWords('helped-person', 1, 20)),
  /** Absent until the shop is opened. */
  shop: Type.Optional(
    Exact({
      slug: SlugShape,
      name: ShownWords('shop-name'),
      trade: OneOf(trades),
      /** A paper card brings the shop back. */
      hasCard: Type.Boolean(),
    }),
  ),
})

export const HelpStepShape = Exact({
  id: Type.String(),
  centre: CentreShape,
  helper: ShownWords('staff-name'),
  action: OneOf(helpActions),
  /** The product that the step is about. */
  about: Type.Optional(ShownWords('product-name')),
  at: MomentShape,
  /** False for a step that may not have taken effect, because the server stopped meanwhile. */
  isDone: Type.Boolean(),
})

export const helpRoutes = {
  'PUT /api/centres/:centre/helps/:helpId': {
    summary:
      'Record that somebody agrees to have a shop opened for her under `shopId`. The same again answers the same.',
    access: 'trainer',
    params: HelpParams,
    body: Exact({
      shopId: IdShape,
      consent: OneOf(consentMethods),
      person: Type.Optional(CheckedWords('helped-person', 1, 20)),
    }),
    reply: HelpShape,
  },
  'GET /api/centres/:centre/helps': {
    summary: 'The open helps of a centre, newest first: a trainer’s own, all of them for its keeper.',
    access: 'trainer',
    params: CentreParams,
    query: PageQuery,
    reply: PageOf(CentreHelpShape),
  },
  'DELETE /api/centres/:centre/helps/:helpId': {
    summary:
      'End a help. A shop that was opened under it, and that neither an owner nor a paper card has, is removed.',
    access: 'trainer',
    params: HelpParams,
    reply: Exact({ ended: Type.Boolean() }),
  },
  'GET /api/shops/:shopId/helps': {
    summary: 'The people who may help in a shop now.',
    access: 'owner',
    params: ShopParams,
    reply: Exact({ helps: Type.Array(HelpShape) }),
  },
  'DELETE /api/shops/:shopId/helps/:helpId': {
    summary: 'End a help in a shop at once.',
    access: 'owner',
    params: ShopHelpParams,
    reply: Exact({ ended: Type.Boolean() }),
  },
  'GET /api/shops/:shopId/help-steps': {
    summary: 'The actions of helpers in a shop, newest first.',
    access: 'owner',
    params: ShopParams,
    query: PageQuery,
    reply: PageOf(HelpStepShape),
  },
} as const satisfies Record<string, Route>

export type MyCentre = Static<typeof CentreShape>
export type Help = Static<typeof HelpShape>
export type CentreHelp = Static<typeof CentreHelpShape>
export type HelpStep = Static<typeof HelpStepShape>
