import { Object as Fields, Literal, String as Text, type TSchema, Union, Unsafe } from '@sinclair/typebox'
import { ID_PATTERN } from '@/domain/id'

/** A section's settings: every field is there and nothing else. */
export const settings = <T extends Record<string, TSchema>>(fields: T) =>
  Fields(fields, { additionalProperties: false })

/** One of a few words. */
export const choice = <const T extends readonly [string, ...string[]]>(words: T) =>
  Unsafe<T[number]>(Union(words.map((word) => Literal(word))))

/** A heading of at most 20 characters on one line; empty for none. */
export const shortText = Text({ maxLength: 20, pattern: '^[^\\u0000-\\u001f]*$' })

/** Words of several lines, at most `most` characters; empty for none. */
export const longText = (most: number) =>
  Text({ maxLength: most, pattern: '^[^\\u0000-\\u0009\\u000b-\\u001f]*$' })

/** The id of a thing, or empty for none chosen. */
export const idOrNone = Text({ pattern: `^$|${ID_PATTERN}` })
