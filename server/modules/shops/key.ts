import { createHmac } from 'node:crypto'
import { BASE32 } from '@/domain/id'

const LETTERS = 20

/** The generation of the key that a shop is opened with. */
export const FIRST_KEY = 1

/**
 * The owner's key of a shop, in five groups of four letters (100 bits). It is derived, so that the same request to
 * open a shop answers the same key although only its hash is kept. The `salt` is random for each key: another
 * installation with the same secret does not find it. Keys of earlier versions have an empty one.
 */
export function shopKey(secret: string, shopId: string, generation: number, salt = ''): string {
  const text = `${shopId}:${generation}${salt && `:${salt}`}`
  const bytes = createHmac('sha256', secret).update(text).digest()
  const letters = [...bytes.subarray(0, LETTERS)].map((byte) => BASE32.charAt(byte % 32)).join('')
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}

/** A key as people type it, in the one form that is hashed: no spaces or dashes, O read as 0, I and L as 1. */
export const normalKey = (typed: string): string =>
  typed.replace(/[\s-]/g, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')

const KEY = new RegExp(`^[${BASE32}]{${LETTERS}}$`)

/** True for text that could be a key. */
export const isKey = (typed: string): boolean => KEY.test(normalKey(typed))
