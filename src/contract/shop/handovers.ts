import { type Static, Type } from '@sinclair/typebox'
import { fulfilments } from '@/domain/order/fulfilment'
import { HANDOVER_CODE_PATTERN, handoverKinds, handoverStates } from '@/domain/shop/handover'
import { sharedParts } from '@/domain/shop/help'
import { trades } from '@/domain/shop/trade'
import { CentreCodeShape, CentreShape } from '../centres'
import { PhotoShape } from '../product/photos'
import type { Route } from '../route'
import {
  CheckedWords,
  Exact,
  IdShape,
  MomentShape,
  OneOf,
  ShopParams,
  ShownWords,
  SlugShape,
  Words,
} from '../shapes'
import { HelpShape } from './helps'
import { FreightShape } from './shops'

/** The answers in the wizard of a shop that is not open yet, as typed. */
export const DraftShape = Exact({
  shopId: IdShape,
  productId: IdShape,
  skuId: IdShape,
  /** Index of the question. */
  at: Type.Integer({ minimum: 0, maximum: 9 }),
  trade: OneOf(trades),
  good: CheckedWords('draft', 0, 40),
  words: Type.Array(CheckedWords('draft', 1, 20), { maxItems: 10 }),
  typedName: CheckedWords('draft', 0, 40),
  ownName: CheckedWords('draft', 0, 40),
  unit: CheckedWords('draft', 0, 8),
  price: Type.String({ pattern: '^[0-9.]{0,12}$' }),
  surePrice: Words(0, 30),
  fulfilments: Type.Array(OneOf(fulfilments), { maxItems: fulfilments.length, uniqueItems: true }),
  freight: FreightShape,
  pickupPlace: CheckedWords('draft', 0, 60),
  phone: Words(0, 30),
  template: Type.String({ pattern: '^([a-z][a-z-]{1,30})?$' }),
})

const HandoverCodeShape = Type.String({ pattern: HANDOVER_CODE_PATTERN })
const HandoverParams = Exact({ handoverId: IdShape })
const ShopHandoverParams = Exact({ ...ShopParams.properties, ...HandoverParams.properties })

/** A code that works once until `expiresAt`: digits to type, and letters for a QR code. */
const OfferShape = Exact({
  /** The first six digits, which suffice unless many wrong ones are tried. */
  digits: Type.String(),
  /** The last two digits. */
  moreDigits: Type.String(),
  letters: Type.String(),
  expiresAt: MomentShape,
  /** The server's time, from which phones count down. */
  now: MomentShape,
})

const PartsShape = Type.Array(OneOf(sharedParts), {
  minItems: 1,
  maxItems: sharedParts.length,
  uniqueItems: true,
})

/** The content of a code, for the person who decides whether to accept it. */
export const HandoverShape = Exact({
  kind: OneOf(handoverKinds),
  /** The name of the shop, or of the goods in a draft. */
  name: ShownWords('shop-name'),
  trade: OneOf(trades),
  photo: Type.Optional(PhotoShape),
  /** The giver, if it is a helper. */
  from: Type.Optional(Exact({ helper: ShownWords('staff-name'), centre: CentreShape })),
  parts: Type.Optional(PartsShape),
  expiresAt: MomentShape,
})

const TakenShop = Exact({
  kind: Type.Literal('shop'),
  shopId: IdShape,
  slug: SlugShape,
  name: ShownWords('shop-name'),
  /** The owner’s key; absent when it was renewed since. */
  key: Type.Optional(Type.String()),
})
const TakenDraft = Exact({
  kind: Type.Literal('draft'),
  handoverId: IdShape,
  draft: DraftShape,
  photo: Type.Optional(PhotoShape),
})
const TakenHelp = Exact({
  kind: Type.Literal('help'),
  shopId: IdShape,
  name: ShownWords('shop-name'),
  help: HelpShape,
})

/** A union discriminated by `kind`. */
const TakenShape = Type.Unsafe<
  Static<typeof TakenShop> | Static<typeof TakenDraft> | Static<typeof TakenHelp>
>({
  type: 'object',
  required: ['kind'],
  discriminator: { propertyName: 'kind' },
  oneOf: [TakenShop, TakenDraft, TakenHelp],
})

export const handoverRoutes = {
  'PUT /api/shops/:shopId/handovers/:handoverId': {
    summary:
      'Make a code that passes a shop to the phone of its owner. The same again answers the same; an earlier code of the shop ends.',
    access: 'opener',
    help: 'offer-shop',
    params: ShopHandoverParams,
    reply: OfferShape,
  },
  'PUT /api/shops/:shopId/draft-handovers/:handoverId': {
    summary:
      'Make a code that passes what was begun in the wizard. The server keeps it until the other phone has it, ten minutes at most.',
    access: 'opener',
    help: 'offer-draft',
    params: ShopHandoverParams,
    body: Exact({ draft: DraftShape, photoId: Type.Optional(IdShape) }),
    reply: OfferShape,
  },
  'PUT /api/shops/:shopId/help-offers/:handoverId': {
    summary: 'Make a code by which somebody of a centre may change parts of my shop for an hour.',
    access: 'owner',
    params: ShopHandoverParams,
    body: Exact({ parts: PartsShape }),
    reply: OfferShape,
  },
  'GET /api/handovers/:handoverId': {
    summary: 'The state of a code that I made.',
    access: 'signed-in',
    params: HandoverParams,
    reply: Exact({ state: OneOf(handoverStates) }),
  },
  'DELETE /api/handovers/:handoverId': {
    summary: 'End a code that I made.',
    access: 'signed-in',
    params: HandoverParams,
    reply: Exact({ ended: Type.Boolean() }),
  },
  'POST /api/handover-codes/read': {
    summary: 'The content of a code, before this phone takes it.',
    access: 'signed-in',
    body: Exact({ code: HandoverCodeShape }),
    reply: HandoverShape,
  },
  'POST /api/handover-codes/accept': {
    summary:
      'Take what a code brings; it works once, and the same account gets the same answer again. Help needs a role in a centre.',
    access: 'signed-in',
    body: Exact({ code: HandoverCodeShape, centre: Type.Optional(CentreCodeShape) }),
    reply: TakenShape,
  },
  'POST /api/handovers/:handoverId/received': {
    summary: 'The draft is stored on my phone: the server forgets it, and so may the other phone.',
    access: 'signed-in',
    params: HandoverParams,
    reply: Exact({ received: Type.Boolean() }),
  },
} as const satisfies Record<string, Route>

export type HandoverDraft = Static<typeof DraftShape>
export type Handover = Static<typeof HandoverShape>
export type Taken = Static<typeof TakenShape>
