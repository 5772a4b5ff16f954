import {
  Object as Fields,
  Literal,
  Array as Many,
  Null,
  Optional,
  type Static,
  String as Text,
  type TSchema,
  Union,
  Unsafe,
  Integer as Whole,
} from '@sinclair/typebox'
import { TEXT_PLACE } from '@/domain/content'
import { DAY_PATTERN } from '@/domain/day'
import { ID_PATTERN } from '@/domain/id'
import { FORBIDDEN_CHARACTERS } from '@/domain/text'
import { MAX_VOICE_MS } from '@/domain/voice'

/**
 * Characters that no text may contain, including lone surrogates. A regular expression without the `u` flag sees a character
 * beyond the BMP as two surrogates.
 */
const NEVER = `${FORBIDDEN_CHARACTERS}\\ud800-\\udfff`
const textWithout = (unfit: string) => `^(?:[^${unfit}]|[\\ud800-\\udbff][\\udc00-\\udfff])*$`

/** The schema of a section's settings: all fields are required unless marked optional, and no others are allowed. */
export const settings = <T extends Record<string, TSchema>>(fields: T) =>
  Fields(fields, { additionalProperties: false })

/** The settings of a section as its component gets them: the defaults stand for fields that a look lacks. */
export type SettingsOf<Schema extends TSchema> = Required<Static<Schema>>

/** A setting that looks made before it existed lack; they get its default. */
export const optional = <T extends TSchema>(setting: T) => Optional(setting)

/** One of a few strings. */
export const choice = <const T extends readonly [string, ...string[]]>(words: T) =>
  Unsafe<T[number]>(Union(words.map((word) => Literal(word))))

/** Marks a choice as the owner's content; other choices say how a section looks. */
export const CONTENT_MARK = 'said by its owner'

/** One of a few strings that are the owner's content: it is kept when the template is switched. */
export const contentChoice = <const T extends readonly [string, ...string[]]>(words: T) => ({
  ...choice(words),
  $comment: CONTENT_MARK,
})

/** A heading of at most 20 characters on one line; empty for none. */
export const shortText = Text({
  maxLength: 20,
  pattern: textWithout(`\\n${NEVER}`),
  [TEXT_PLACE]: 'section',
})

/** A text of several lines, at most `most` characters; empty for none. */
export const longText = (most: number) =>
  Text({ maxLength: most, pattern: textWithout(NEVER), [TEXT_PLACE]: 'section' })

/** An integer in a range, both ends included. */
export const integer = (minimum: number, maximum: number) => Whole({ minimum, maximum })

/** A day as `YYYY-MM-DD`, or empty for none. */
export const dayOrNone = Text({ pattern: `^$|${DAY_PATTERN}` })

const storedFile = { id: Text({ pattern: ID_PATTERN }), hash: Text({ pattern: '^[0-9a-f]{1,128}$' }) }

/** A stored voice or `null`; optional, since looks made before voices existed lack it. */
export const voice = Optional(
  Union([
    Null(),
    Fields(
      { ...storedFile, ms: Whole({ minimum: 1, maximum: MAX_VOICE_MS }) },
      { additionalProperties: false },
    ),
  ]),
)

/** Stored photos in their order, at most `most`. */
export const photos = (most: number) =>
  Many(Fields(storedFile, { additionalProperties: false }), { maxItems: most })

/** An id, or empty for none. */
export const idOrNone = Text({ pattern: `^$|${ID_PATTERN}` })
