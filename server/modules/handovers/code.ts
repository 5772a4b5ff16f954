import { createHmac } from 'node:crypto'
import { BASE32 } from '@/domain/id'
import { CODE_DIGITS, CODE_LETTERS, SHORT_CODE_DIGITS } from '@/domain/shop/handover'

/** The forms of a code: six digits to type with two more, and letters (100 bits) for a QR code. */
export interface HandoverCode {
  digits: string
  moreDigits: string
  letters: string
}

interface CodeSource {
  giver: string
  id: string
  /** Another draw has other digits. */
  draw: number
}

const DIGIT_BYTES = 6

/**
 * The code of a hand-over. It is derived from the secret, so that a repeated request answers the same code although only its hashes
 * are stored.
 */
export function handoverCode(secret: string, { giver, id, draw }: CodeSource): HandoverCode {
  const bytes = createHmac('sha256', secret).update(`handover:${giver}:${id}:${draw}`).digest()
  const number = bytes.readUIntBE(0, DIGIT_BYTES) % 10 ** SHORT_CODE_DIGITS
  const letters = [...bytes.subarray(DIGIT_BYTES, DIGIT_BYTES + CODE_LETTERS)]
    .map((byte) => BASE32.charAt(byte % 32))
    .join('')
  const more = bytes.readUInt32BE(DIGIT_BYTES + CODE_LETTERS) % 10 ** (CODE_DIGITS - SHORT_CODE_DIGITS)
  return {
    digits: String(number).padStart(SHORT_CODE_DIGITS, '0'),
    moreDigits: String(more).padStart(CODE_DIGITS - SHORT_CODE_DIGITS, '0'),
    letters,
  }
}

/** The keyed hash by which a code is looked up: without the secret, the digits of a stolen database could be tried through. */
export const hashOfHandoverCode = (secret: string, code: string): string =>
  createHmac('sha256', secret).update(`handover-code:${code}`).digest('base64url')

/** True for the six digits, and for the eight: what can be guessed. */
export const isShortCode = (code: string): boolean => code.length === SHORT_CODE_DIGITS
export const isDigits = (code: string): boolean => isShortCode(code) || code.length === CODE_DIGITS
