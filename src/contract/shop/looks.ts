import { Type } from '@sinclair/typebox'
import { TEXT_PLACE } from '@/domain/content'
import { LOOK_FORMAT, MAX_SECTIONS, OUTLINE_SECTIONS } from '@/domain/look/look'
import {
  COLOR_PATTERN,
  cardForms,
  groundForms,
  letterForms,
  newerCardForms,
  titleForms,
} from '@/domain/look/theme'
import type { Route } from '../route'
import { Exact, IdShape, MomentShape, OneOf, ShopParams, VersionShape } from '../shapes'

const Color = Type.String({ pattern: COLOR_PATTERN })

export const ThemeShape = Exact({
  brand: Color,
  onBrand: Color,
  /** A light background in the brand's hue, and the text colour on it. */
  soft: Color,
  onSoft: Color,
  ground: Color,
  price: Color,
  radius: Type.Integer({ minimum: 0, maximum: 40 }),
  density: OneOf(['roomy', 'dense']),
  picture: OneOf(['square', 'wide']),
  /** The colour from which the others were computed. */
  seed: Color,
  /** The styles of section headings and of cards. */
  titles: OneOf(titleForms),
  cards: OneOf(cardForms),
  /** The style of cards in place of `cards`, in apps that know it. */
  newerCards: Type.Optional(OneOf(newerCardForms)),
  /** The kind of `ground`, by which other colours get one like it: `tint` by default. */
  groundForm: Type.Optional(OneOf(groundForms)),
  /** The letters of the whole shop: `sans` by default. */
  letters: Type.Optional(OneOf(letterForms)),
})

/** The name of a template or of a section kind. */
export const KindShape = Type.String({ pattern: '^[a-z][a-z-]{1,30}$' })

/** A section's settings; those of a look are also validated against the schema of the section's kind, which names its texts. */
const SettingsShape = Type.Record(Type.String({ pattern: '^[A-Za-z]{1,40}$' }), Type.Unknown(), {
  additionalProperties: false,
  maxProperties: 40,
  [TEXT_PLACE]: 'section',
})

export const SectionShape = Exact({ kind: KindShape, settings: SettingsShape })

export const PlacedSectionShape = Exact({
  id: Type.String({ pattern: '^[0-9A-Za-z-]{1,40}$' }),
  ...SectionShape.properties,
})

export const LookShape = Exact({
  version: VersionShape,
  /** Format version; older looks are migrated to `LOOK_FORMAT` when they are read. */
  format: Type.Integer({ minimum: LOOK_FORMAT, maximum: LOOK_FORMAT }),
  template: KindShape,
  templateVersion: Type.Integer({ minimum: 1, maximum: 10_000 }),
  theme: ThemeShape,
  sections: Type.Array(PlacedSectionShape, { maxItems: MAX_SECTIONS }),
})

export const OutlineShape = Exact({
  theme: ThemeShape,
  sections: Type.Array(SectionShape, { maxItems: OUTLINE_SECTIONS }),
})

const PublishedLook = Exact({
  version: VersionShape,
  at: MomentShape,
  template: KindShape,
  outline: OutlineShape,
})

const LookState = Exact({ draft: LookShape, published: LookShape, history: Type.Array(PublishedLook) })

export const lookRoutes = {
  'GET /api/shops/:shopId/look': {
    summary:
      "A shop's look as its owner decorates it: the draft (the published one, as version 0, while there is none), what buyers see, and the last 20 that were published, the newest first.",
    access: 'manager',
    params: ShopParams,
    reply: LookState,
  },
  'GET /api/shops/:shopId/look/history/:lookVersion': {
    summary: 'A look that buyers saw, by its version.',
    access: 'manager',
    params: Exact({ ...ShopParams.properties, lookVersion: Type.String({ pattern: '^[1-9][0-9]{0,8}$' }) }),
    reply: LookShape,
  },
  'PUT /api/shops/:shopId/look-draft': {
    summary:
      "Keep the look's draft, each section checked with the schema of its kind. `version` is the draft's; a stale one is 409 `version-conflict` with the draft as it is. Buyers see nothing of it.",
    access: 'manager',
    help: 'save-look',
    params: ShopParams,
    body: LookShape,
    reply: LookShape,
  },
  'POST /api/shops/:shopId/look/publish': {
    summary:
      'Show buyers the draft of this version; another one is 409 `version-conflict` with the draft as it is. The same id again answers the same.',
    access: 'manager',
    help: 'publish-look',
    params: ShopParams,
    body: Exact({ id: IdShape, draftVersion: VersionShape }),
    reply: LookState,
  },
} as const satisfies Record<string, Route>
