import { createHmac } from 'node:crypto'
import { BASE32 } from '@/domain/id'
import { sha256 } from '../../fingerprint'
import { normalizeKey } from '../shops/key'

const LETTERS = 10

/**
 * The code of an invitation in two groups of five letters (50 bits). It is derived from the secret, so that a repeated request
 * answers the same code although only its hash is stored.
 */
export function invitationCode(secret: string, centre: string, id: string): string {
  const bytes = createHmac('sha256', secret).update(`invitation:${centre}:${id}`).digest()
  const letters = [...bytes.subarray(0, LETTERS)].map((byte) => BASE32.charAt(byte % 32)).join('')
  return letters.replace(/(.{5})(?=.)/g, '$1-')
}

/** The hash by which a typed code is looked up. */
export const hashOfCode = (typed: string): string => sha256(normalizeKey(typed))
