import { Type } from '@sinclair/typebox'
import { LOOK_FORMAT, MAX_SECTIONS } from '@/domain/look'
import { COLOUR_PATTERN, cardForms, titleForms } from '@/domain/theme'
import { Exact, OneOf, VersionShape } from './shapes'

const Colour = Type.String({ pattern: COLOUR_PATTERN })

export const ThemeShape = Exact({
  brand: Colour,
  onBrand: Colour,
  soft: Colour,
  onSoft: Colour,
  ground: Colour,
  price: Colour,
  radius: Type.Integer({ minimum: 0, maximum: 40 }),
  density: OneOf(['roomy', 'dense']),
  picture: OneOf(['square', 'wide']),
  seed: Colour,
  titles: OneOf(titleForms),
  cards: OneOf(cardForms),
})

/** What a template or a kind of section is called. */
export const KindShape = Type.String({ pattern: '^[a-z][a-z-]{1,30}$' })

/** A section's settings; those of a look are checked again with the schema of their kind. */
export const SettingsShape = Type.Record(Type.String({ pattern: '^[A-Za-z]{1,40}$' }), Type.Unknown(), {
  additionalProperties: false,
  maxProperties: 40,
})

export const LookShape = Exact({
  version: VersionShape,
  format: Type.Integer({ minimum: LOOK_FORMAT, maximum: LOOK_FORMAT }),
  template: KindShape,
  templateVersion: Type.Integer({ minimum: 1, maximum: 10_000 }),
  theme: ThemeShape,
  sections: Type.Array(
    Exact({
      id: Type.String({ pattern: '^[0-9A-Za-z-]{1,40}$' }),
      kind: KindShape,
      settings: SettingsShape,
    }),
    { maxItems: MAX_SECTIONS },
  ),
})
