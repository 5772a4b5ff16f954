import { hexOf, type Oklch, oklchOf } from './oklch'

/** Hues are counted in so many parts of the circle. */
const PARTS = 36
const PART = 360 / PARTS

/** Nearly white, nearly black and nearly grey say nothing of a colour. */
const [DARKEST, LIGHTEST, LEAST_CHROMA] = [0.2, 0.93, 0.035]
/** Of hands and faces: they count little, so that brown goods alone are still brown. */
const SKIN = { hue: [25, 70], chroma: [0.035, 0.11], lightness: [0.5, 0.92], weight: 0.15 } as const

const within = (value: number, [least, most]: readonly [number, number]) => value >= least && value <= most

const isSkin = ({ l, c, h }: Oklch) =>
  within(h, SKIN.hue) && within(c, SKIN.chroma) && within(l, SKIN.lightness)

function weightOf(colour: Oklch): number {
  const { l, c } = colour
  if (l < DARKEST || l > LIGHTEST || c < LEAST_CHROMA) return 0
  return c * (isSkin(colour) ? SKIN.weight : 1)
}

const byte = (value: number) => value.toString(16).padStart(2, '0')

function* coloursOf(pixels: ArrayLike<number>): Generator<Oklch> {
  for (let at = 0; at + 2 < pixels.length; at += 3)
    yield oklchOf(`#${byte(pixels[at] ?? 0)}${byte(pixels[at + 1] ?? 0)}${byte(pixels[at + 2] ?? 0)}`)
}

const partOf = (hue: number) => Math.floor(hue / PART) % PARTS

/** The part of the circle that, with its neighbours, holds the most vivid colour. */
function strongest(weights: readonly number[]): number {
  const around = weights.map(
    (weight, at) => weight + (weights.at(at - 1) ?? 0) / 2 + (weights[(at + 1) % PARTS] ?? 0) / 2,
  )
  return around.indexOf(Math.max(...around))
}

/** How far apart two hues are, in degrees. */
const apart = (a: number, b: number) => Math.abs(((a - b + 540) % 360) - 180)

/**
 * The colour of the goods in a picture, to make a shop's colours of: the middle of its most vivid pixels that are alike.
 * `pixels` are red, green and blue in turn. Where nothing has a colour there is none.
 */
export function photoSeed(pixels: ArrayLike<number>): string | undefined {
  const colours = [...coloursOf(pixels)].flatMap((colour) => {
    const weight = weightOf(colour)
    return weight > 0 ? [{ ...colour, weight }] : []
  })
  const weights = new Array<number>(PARTS).fill(0)
  for (const { h, weight } of colours) weights[partOf(h)] = (weights[partOf(h)] ?? 0) + weight
  if (colours.length === 0) return undefined
  const middle = (strongest(weights) + 0.5) * PART
  const sum = { l: 0, a: 0, b: 0, weight: 0 }
  for (const { l, c, h, weight } of colours) {
    if (apart(h, middle) > PART * 1.5) continue
    const turn = (h * Math.PI) / 180
    sum.l += l * weight
    sum.a += c * Math.cos(turn) * weight
    sum.b += c * Math.sin(turn) * weight
    sum.weight += weight
  }
  const [l, a, b] = [sum.l / sum.weight, sum.a / sum.weight, sum.b / sum.weight]
  return hexOf({ l, c: Math.hypot(a, b), h: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360 })
}
