/**
 * Zero-width, tag and byte order mark characters, by which two names look the same or a text hides another. A zero width joiner is
 * visible between emoji: there it makes one of several.
 * Source: https://www.unicode.org/reports/tr51/#Emoji_ZWJ_Sequences
 */
const INVISIBLE =
  /[\u034f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u2060-\u2064\u206a-\u206f\ufeff\u{e0000}-\u{e007f}]|(?<!\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d|\u200d(?!\p{Extended_Pictographic})/gu

/** JSON that may contain such a character, as it is or escaped. */
const SUSPECT = /[\u034f\u00ad\u061c\u180e\u200b-\u200f\u2060-\u206f\ufeff]|\udb40[\udc00-\udc7f]|\\u/

export const removeInvisible = (text: string): string => text.replace(INVISIBLE, '')

function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return removeInvisible(value)
  if (Array.isArray(value)) return value.map(cleanValue)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, cleanValue(part)]))
}

/** The parsed value of a JSON text, whose strings lose invisible characters. */
export const withoutInvisible = (value: unknown, json: string): unknown =>
  SUSPECT.test(json) ? cleanValue(value) : value
