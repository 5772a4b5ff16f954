import { base32Letters } from '@/domain/typed-code'
import { webOrigin } from '@/platform/network/web-origin'

/** A code has two groups of five characters of Crockford's base32. */
export const CODE_LETTERS = 10

const codeLetters = (text: string): string => base32Letters(text).slice(0, CODE_LETTERS)

/** Formats a complete or partial code as printed: `ABCDE-FGHJK`. */
export const groupCode = (text: string): string => codeLetters(text).replace(/(.{5})(?=.)/g, '$1-')

/** The number of characters that are still missing. */
export const missingLetters = (text: string): number => CODE_LETTERS - codeLetters(text).length

/** The code in a scanned text, which is an invitation's link or the bare code; `null` if there is none. */
export function codeInScan(text: string): string | null {
  const part = /\/centre#(.+)$/.exec(text)?.[1] ?? text
  if (/[^0-9A-Za-z\s-]/.test(part)) return null
  return missingLetters(part) === 0 ? groupCode(part) : null
}

/** The link of an invitation. The code is in the fragment, which is not sent to a server. */
export const invitationLink = (code: string): string => `${webOrigin()}/centre#${code}`
