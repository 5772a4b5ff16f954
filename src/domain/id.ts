/** A ULID: 26 characters of Crockford base32, made by whoever creates the thing. */
export type Id = string

export const ID_PATTERN = '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'

/** Crockford's base32: no I, L, O, U. Source: https://www.crockford.com/base32.html */
export const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Makes a ULID of a moment (epoch ms) and at least 16 random bytes.
 * Source: https://github.com/ulid/spec (48 bits of time, 80 of randomness).
 */
export function makeId(now: number, random: Uint8Array): Id {
  let time = ''
  for (let rest = now, i = 0; i < 10; i++) {
    time = BASE32.charAt(rest % 32) + time
    rest = Math.floor(rest / 32)
  }
  let tail = ''
  for (let i = 0; i < 16; i++) tail += BASE32.charAt((random[i] ?? 0) % 32)
  return time + tail
}

/** When an id was made, epoch ms. */
export const madeAt = (id: Id): number =>
  Array.from(id.slice(0, 10)).reduce((time, letter) => time * 32 + BASE32.indexOf(letter), 0)
