import { BASE32 } from '@/domain/id'

/** A key is five groups of four letters of Crockford's base32. */
export const KEY_LETTERS = 20

/** The letters of a key in what was typed, pasted or scanned: O is 0, I and L are 1, anything else is passed over. */
function countCharacters(text: string): string {
  const letters = text.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')
  return Array.from(letters)
    .filter((letter) => BASE32.includes(letter))
    .join('')
    .slice(0, KEY_LETTERS)
}

/** A key as it is printed, as far as it is typed: `ABCD-EFGH-…`. */
export const groupKey = (text: string): string => countCharacters(text).replace(/(.{4})(?=.)/g, '$1-')

/** How many letters are still missing. */
export const missingLetters = (text: string): number => KEY_LETTERS - countCharacters(text).length

/** The key in a scanned text: the address on a key's picture, or the bare key; `null` when there is none. */
export function keyInScan(text: string): string | null {
  const part = /\/key#(.+)$/.exec(text)?.[1] ?? text
  if (/[^0-9A-Za-z\s-]/.test(part)) return null
  return missingLetters(part) === 0 ? groupKey(part) : null
}
