import { BASE32, type Id } from '../id'

/** What the code of a mini-program names: a shop, or a thing of it (a product, say). The code's page says what kind of thing it is. */
export interface Scene {
  slug: string
  id?: Id
}

/** The maximum length of a scene in characters. */
export const MAX_SCENE = 32

const SLUG = /^[0-9a-z]{6,12}$/
const SLUG_SIGNS = '0123456789abcdefghijklmnopqrstuvwxyz'
const MAX_SLUG = 12
/** The digit that fills up a short slug. */
const PAD = SLUG_SIGNS.length
const ID_LENGTH = 26

/** The signs of a packed scene, which WeChat allows: 32 of them hold 192 bits. */
const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_'

/** How many values each character of a slug and an id has; the first of an id has eight. Their product is below 2^192. */
const RADICES = Array.from({ length: MAX_SLUG + ID_LENGTH }, (_, at) =>
  at < MAX_SLUG ? PAD + 1 : at === MAX_SLUG ? 8 : 32,
)

/**
 * Writes a scene in at most 32 characters: a shop as its slug, which all releases read, and a thing of a shop as one number of both.
 * Source: https://developers.weixin.qq.com/miniprogram/dev/server/API/qrcode-link/qr-code/api_getunlimitedqrcode
 */
export function writeScene({ slug, id }: Scene): string {
  if (id === undefined) return slug
  const digits = RADICES.map((_, at) => {
    if (at >= MAX_SLUG) return BASE32.indexOf(id.charAt(at - MAX_SLUG))
    return at < slug.length ? SLUG_SIGNS.indexOf(slug.charAt(at)) : PAD
  })
  return pack(digits)
    .map((digit) => SIGNS.charAt(digit))
    .join('')
}

/** Reads a scene that `writeScene` wrote; `undefined` for any other text. */
export function readScene(scene: string): Scene | undefined {
  if (SLUG.test(scene)) return { slug: scene }
  const packed = scene.split('').map((sign) => SIGNS.indexOf(sign))
  const digits = packed.length === MAX_SCENE && packed.indexOf(-1) < 0 ? unpack(packed) : undefined
  if (!digits) return undefined
  const slug = digits
    .slice(0, MAX_SLUG)
    .map((digit) => SLUG_SIGNS.charAt(digit))
    .join('')
  const id = digits
    .slice(MAX_SLUG)
    .map((digit) => BASE32.charAt(digit))
    .join('')
  // a slug is filled up at its end only
  const isWhole = digits.slice(slug.length, MAX_SLUG).every((digit) => digit === PAD)
  return isWhole && SLUG.test(slug) ? { slug, id } : undefined
}

/** Converts digits of the radices to base 64, the highest first. */
function pack(digits: readonly number[]): number[] {
  const packed: number[] = Array.from({ length: MAX_SCENE }, () => 0)
  digits.forEach((digit, at) => {
    let carry = digit
    for (let i = MAX_SCENE - 1; i >= 0; i--) {
      const value = (packed[i] ?? 0) * (RADICES[at] ?? 1) + carry
      packed[i] = value % 64
      carry = Math.floor(value / 64)
    }
  })
  return packed
}

/** Reverses `pack`; `undefined` for a number that is too large. */
function unpack(packed: readonly number[]): number[] | undefined {
  let rest = packed
  const digits = RADICES.slice()
    .reverse()
    .map((radix) => {
      let remainder = 0
      rest = rest.map((digit) => {
        const value = remainder * 64 + digit
        remainder = value % radix
        return Math.floor(value / radix)
      })
      return remainder
    })
  return rest.every((digit) => digit === 0) ? digits.reverse() : undefined
}
