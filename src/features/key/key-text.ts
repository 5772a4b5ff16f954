import { base32Letters } from '@/domain/typed-code'

/** A key has five groups of four characters of Crockford's base32. */
export const KEY_LETTERS = 20

const keyLetters = (text: string): string => base32Letters(text).slice(0, KEY_LETTERS)

/** Formats a complete or partial key as printed: `ABCD-EFGH-…`. */
export const groupKey = (text: string): string => keyLetters(text).replace(/(.{4})(?=.)/g, '$1-')

/** The number of characters that are still missing. */
export const missingLetters = (text: string): number => KEY_LETTERS - keyLetters(text).length

/** The key in a scanned text, which is a key card's address or the bare key; `null` if there is none. */
export function keyInScan(text: string): string | null {
  const part = /\/key#(.+)$/.exec(text)?.[1] ?? text
  if (/[^0-9A-Za-z\s-]/.test(part)) return null
  return missingLetters(part) === 0 ? groupKey(part) : null
}
