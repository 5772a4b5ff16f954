import { createHmac } from 'node:crypto'
import { CODE_DIGITS, CODE_LETTERS } from '@/domain/handover'
import { BASE32 } from '@/domain/id'

/** The two forms of a code: digits to type, and letters (100 bits) for a QR code. */
export interface HandoverCode {
  digits: string
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
  const number = bytes.readUIntBE(0, DIGIT_BYTES) % 10 ** CODE_DIGITS
  const letters = [...bytes.subarray(DIGIT_BYTES, DIGIT_BYTES + CODE_LETTERS)]
    .map((byte) => BASE32.charAt(byte % 32))
    .join('')
  return { digits: String(number).padStart(CODE_DIGITS, '0'), letters }
}

/** The keyed hash by which a code is looked up: without the secret, the digits of a stolen database could be tried through. */
export const hashOfHandoverCode = (secret: string, code: string): string =>
  createHmac('sha256', secret).update(`handover-code:${code}`).digest('base64url')

/** True for the form that can be guessed. */
export const isDigits = (code: string): boolean => code.length === CODE_DIGITS
