import { type Static, Type } from '@sinclair/typebox'
import { CARD_CODE_PATTERN, CHOSEN_PICTURES, cardPictures, cardStates } from '@/domain/shop/paper-card'
import type { Route } from '../route'
import { Exact, IdShape, MomentShape, OneOf, ShopParams, ShownWords, SlugShape } from '../shapes'

const CardCodeShape = Type.String({ pattern: CARD_CODE_PATTERN })

/** The chosen pictures, in order; one may be chosen several times. */
const PicturesShape = Type.Array(OneOf(cardPictures), {
  minItems: CHOSEN_PICTURES,
  maxItems: CHOSEN_PICTURES,
})

/** The facts of a card that the phones of its shop may read. */
export const PaperCardShape = Exact({
  id: IdShape,
  createdAt: MomentShape,
  /** Pictures were chosen wrongly too often; it cannot be used until then. */
  lockedUntil: Type.Optional(MomentShape),
  /** A phone has shown the card and the right pictures, and gets the shop then. */
  dueAt: Type.Optional(MomentShape),
})

/** A card as the phone sees it that has read its code. */
export const ReadCardShape = Exact({
  shopName: ShownWords('shop-name'),
  state: OneOf(cardStates),
  /** When the wait or the lock ends. */
  until: Type.Optional(MomentShape),
  /** The server's time, from which phones count down. */
  now: MomentShape,
})

export const paperCardRoutes = {
  'GET /api/shops/:shopId/paper-card': {
    summary: 'The paper card of a shop, without its code.',
    access: 'giver',
    params: ShopParams,
    reply: Exact({ card: Type.Optional(PaperCardShape) }),
  },
  'PUT /api/shops/:shopId/paper-cards/:cardId': {
    summary:
      'Make the paper card of a shop; the one before stops working. The same again answers the same code.',
    access: 'giver',
    help: 'make-card',
    params: Exact({ ...ShopParams.properties, cardId: IdShape }),
    body: Exact({ pictures: PicturesShape }),
    reply: Exact({ code: Type.String() }),
  },
  'DELETE /api/shops/:shopId/paper-card': {
    summary: 'End the card of my shop; a phone that waits for the shop does not get it.',
    access: 'owner',
    params: ShopParams,
    reply: Exact({ ended: Type.Boolean() }),
  },
  'DELETE /api/shops/:shopId/owners/me': {
    summary:
      'Give the shop back to its paper card: this phone no longer has it. 409 `not-allowed-now` without a card, or with open orders that nobody else would see.',
    access: 'owner',
    params: ShopParams,
    reply: Exact({ ended: Type.Boolean() }),
  },
  'POST /api/paper-cards/read': {
    summary: 'Whose card it is, and how far it has come.',
    access: 'signed-in',
    body: Exact({ code: CardCodeShape }),
    reply: ReadCardShape,
  },
  'POST /api/paper-cards/answers': {
    summary:
      'Choose the pictures of a card. The right ones begin the wait; wrong ones are 403 `card-wrong` with the `tries` that are left, at the end `card-locked`.',
    access: 'signed-in',
    body: Exact({ code: CardCodeShape, pictures: PicturesShape }),
    reply: ReadCardShape,
  },
  'POST /api/paper-cards/redeem': {
    summary: 'Take the shop after the wait: this phone owns it, and the card is used up.',
    access: 'signed-in',
    body: Exact({ code: CardCodeShape }),
    reply: Exact({
      shopId: IdShape,
      slug: SlugShape,
      name: ShownWords('shop-name'),
      /** The owner’s key; absent when it was renewed since. */
      key: Type.Optional(Type.String()),
    }),
  },
} as const satisfies Record<string, Route>

export type PaperCard = Static<typeof PaperCardShape>
export type ReadCard = Static<typeof ReadCardShape>
