/**
 * Characters that no text of people holds, as the inside of a regular expression's class: controls but the line break,
 * line separators, marks that turn the direction of what stands around them.
 * Source: https://www.unicode.org/reports/tr9/#Explicit_Directional_Formatting_Characters
 */
export const UNFIT = '\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069'

const unfit = new RegExp(`[${UNFIT}]|[\\ud800-\\udbff][\\udc00-\\udfff]|[\\ud800-\\udfff]`, 'g')

/** Text as it may be sent: without what `UNFIT` names and without half characters. A tab becomes a space. */
export const fitText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unfit, (found) => (found.length === 2 ? found : ''))

/** How many letters it has, as schemas count them: a picture of two halves is one. */
export const countCharacters = (text: string): number => Array.from(text).length
