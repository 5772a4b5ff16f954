import {
  Object as Fields,
  Literal,
  Array as Many,
  Null,
  Optional,
  String as Text,
  type TSchema,
  Union,
  Unsafe,
  Integer as Whole,
} from '@sinclair/typebox'
import { DAY_PATTERN } from '@/domain/day'
import { ID_PATTERN } from '@/domain/id'
import { UNFIT } from '@/domain/text'
import { MAX_VOICE_MS } from '@/domain/voice'

/** What no text holds, and half a character of two; whole ones are two halves to a plain regular expression. */
const NEVER = `${UNFIT}\\ud800-\\udfff`
const textWithout = (unfit: string) => `^(?:[^${unfit}]|[\\ud800-\\udbff][\\udc00-\\udfff])*$`

/** A section's settings: every field is there, unless it came later, and nothing else. */
export const settings = <T extends Record<string, TSchema>>(fields: T) =>
  Fields(fields, { additionalProperties: false })

/** One of a few words. */
export const choice = <const T extends readonly [string, ...string[]]>(words: T) =>
  Unsafe<T[number]>(Union(words.map((word) => Literal(word))))

/** Marks what an owner says of herself among choices, which else say how a section looks. */
export const SAID = 'said by its owner'

/** One of a few words that are content: another template takes it over. */
export const saidChoice = <const T extends readonly [string, ...string[]]>(words: T) => ({
  ...choice(words),
  $comment: SAID,
})

/** A heading of at most 20 characters on one line; empty for none. */
export const shortText = Text({ maxLength: 20, pattern: textWithout(`\\n${NEVER}`) })

/** Words of several lines, at most `most` characters; empty for none. */
export const longText = (most: number) => Text({ maxLength: most, pattern: textWithout(NEVER) })

/** A whole number of a range. */
export const integer = (minimum: number, maximum: number) => Whole({ minimum, maximum })

/** A day as `YYYY-MM-DD`, or empty for none. */
export const dayOrNone = Text({ pattern: `^$|${DAY_PATTERN}` })

const stored = { id: Text({ pattern: ID_PATTERN }), hash: Text({ pattern: '^[0-9a-f]{1,128}$' }) }

/** A stored voice, or none; looks that were made before there were any say nothing of it. */
export const voice = Optional(
  Union([
    Null(),
    Fields({ ...stored, ms: Whole({ minimum: 1, maximum: MAX_VOICE_MS }) }, { additionalProperties: false }),
  ]),
)

/** Stored photos in their order, at most `most`. */
export const photos = (most: number) =>
  Many(Fields(stored, { additionalProperties: false }), { maxItems: most })

/** The id of a thing, or empty for none chosen. */
export const idOrNone = Text({ pattern: `^$|${ID_PATTERN}` })
