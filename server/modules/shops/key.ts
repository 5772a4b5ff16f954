import { createHmac } from 'node:crypto'
import { BASE32 } from '@/domain/id'

const LETTERS = 20

/** Generation of a new shop's key. */
export const FIRST_KEY = 1

/**
 * The owner's key of a shop in five groups of four letters (100 bits). It is derived from the secret, so repeating the
 * request that opened the shop returns the same key although only its hash is stored. Keys of earlier versions have an empty
 * salt.
 */
export function shopKey(secret: string, shopId: string, generation: number, salt = ''): string {
  const text = `${shopId}:${generation}${salt && `:${salt}`}`
  const bytes = createHmac('sha256', secret).update(text).digest()
  const letters = [...bytes.subarray(0, LETTERS)].map((byte) => BASE32.charAt(byte % 32)).join('')
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}

/** Normalizes a typed key for hashing: no spaces or dashes, O becomes 0, I and L become 1. */
export const normalizeKey = (typed: string): string =>
  typed.replace(/[\s-]/g, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')

const KEY = new RegExp(`^[${BASE32}]{${LETTERS}}$`)

export const isKey = (typed: string): boolean => KEY.test(normalizeKey(typed))
