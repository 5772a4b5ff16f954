import { Type } from '@sinclair/typebox'
import { contentKinds, contentReasons, MAX_APPEAL_LENGTH, type TextPlace, textPlaces } from '@/domain/content'
import { shopPhotoNames } from '@/domain/photo'
import type { Route } from '../route'
import { Exact, IdShape, MomentShape, OneOf, ShopParams, Words } from '../shapes'

const places = Object.keys(textPlaces) as [TextPlace, ...TextPlace[]]

/** The id of a content: its kind and its hash. */
export const ContentIdShape = Type.String({ pattern: '^(text|photo|voice)-[0-9a-f]{32}$' })

/** A text, photo or voice of a shop that others do not see. */
export const HiddenPartShape = Exact({
  id: ContentIdShape,
  kind: OneOf(contentKinds),
  reason: OneOf(contentReasons),
  /** Of a text. */
  place: Type.Optional(OneOf(places)),
  text: Type.Optional(Type.String()),
  /** A product that shows it; absent for the shop, its look, and what is in no product any more. */
  productId: Type.Optional(IdShape),
  /** A photo that is the shop's logo or banner. */
  shopPhoto: Type.Optional(OneOf(shopPhotoNames)),
  /** When the shop disagreed. */
  appealedAt: Type.Optional(MomentShape),
})

/** The block of a shop, as its owner reads it. */
const BlockShape = Exact({
  blockedAt: MomentShape,
  /** What the operator wrote for the owner. */
  reason: Type.Optional(Type.String()),
  /** When the shop disagreed. */
  appealedAt: Type.Optional(MomentShape),
})

export const appealRoutes = {
  'GET /api/shops/:shopId/hidden-parts': {
    summary:
      'The texts, photos and voices of the shop that others do not see, with the reason; and the block of the whole shop, if an operator has blocked it.',
    access: 'owner',
    params: ShopParams,
    reply: Exact({ items: Type.Array(HiddenPartShape), block: Type.Optional(BlockShape) }),
  },
  'PUT /api/shops/:shopId/block/appeal': {
    summary:
      'Disagree with the block of the shop (申诉): an operator looks at it again. Another note replaces the one before; `not-found` when the shop is not blocked.',
    access: 'owner',
    params: ShopParams,
    body: Exact({ note: Words(1, MAX_APPEAL_LENGTH) }),
    reply: Exact({ appealedAt: MomentShape }),
  },
  'PUT /api/shops/:shopId/hidden-parts/:contentId/appeal': {
    summary:
      'Disagree with a verdict (申诉): an operator looks at it again. Another note replaces the one before; what is not hidden in this shop is not found.',
    access: 'owner',
    params: Exact({ ...ShopParams.properties, contentId: ContentIdShape }),
    body: Exact({ note: Words(1, MAX_APPEAL_LENGTH) }),
    reply: Exact({ appealedAt: MomentShape }),
  },
} as const satisfies Record<string, Route>
