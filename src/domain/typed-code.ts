import { BASE32 } from './id'

/**
 * The characters of Crockford's base32 in a typed, pasted or scanned text: O is read as 0, I and L as 1; others are ignored.
 * Source: https://www.crockford.com/base32.html
 */
export const base32Letters = (text: string): string =>
  Array.from(text.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1'))
    .filter((letter) => BASE32.includes(letter))
    .join('')
