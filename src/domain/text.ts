/**
 * Characters that user text must not contain, as the content of a regular expression's character class: control
 * characters except the line break, line separators, and bidirectional formatting characters.
 * Source: https://www.unicode.org/reports/tr9/#Explicit_Directional_Formatting_Characters
 */
export const FORBIDDEN_CHARACTERS =
  '\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069'

const forbidden = new RegExp(
  `[${FORBIDDEN_CHARACTERS}]|[\\ud800-\\udbff][\\udc00-\\udfff]|[\\ud800-\\udfff]`,
  'g',
)

/** Removes `FORBIDDEN_CHARACTERS` and lone surrogates, and replaces tabs by spaces and CRLF by LF. */
export const sanitizeText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(forbidden, (found) => (found.length === 2 ? found : ''))

/** The number of code points, as JSON schemas count them: an emoji of two surrogates is one. */
export const countCharacters = (text: string): number => Array.from(text).length
