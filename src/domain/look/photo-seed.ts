import { hexOf, type Oklch, oklchOf } from './oklch'

/** The hue circle is divided into this number of parts. */
const PARTS = 36
const PART = 360 / PARTS

/** Pixels that are nearly white, nearly black or nearly grey are ignored. */
const [DARKEST, LIGHTEST, LEAST_CHROMA] = [0.2, 0.93, 0.035]
/** Skin tones of hands and faces; they have a low weight, not zero, so that brown goods still count. */
const SKIN = { hue: [25, 70], chroma: [0.035, 0.11], lightness: [0.5, 0.92], weight: 0.15 } as const

const within = (value: number, [least, most]: readonly [number, number]) => value >= least && value <= most

const isSkin = ({ l, c, h }: Oklch) =>
  within(h, SKIN.hue) && within(c, SKIN.chroma) && within(l, SKIN.lightness)

function weightOf(color: Oklch): number {
  const { l, c } = color
  if (l < DARKEST || l > LIGHTEST || c < LEAST_CHROMA) return 0
  return c * (isSkin(color) ? SKIN.weight : 1)
}

const byte = (value: number) => value.toString(16).padStart(2, '0')

function* colorsOf(pixels: ArrayLike<number>): Generator<Oklch> {
  for (let at = 0; at + 2 < pixels.length; at += 3)
    yield oklchOf(`#${byte(pixels[at] ?? 0)}${byte(pixels[at + 1] ?? 0)}${byte(pixels[at + 2] ?? 0)}`)
}

const partOf = (hue: number) => Math.floor(hue / PART) % PARTS

/** The index of the part with the largest weight, counting half of its neighbours' weights. */
function strongestPart(weights: readonly number[]): number {
  const around = weights.map(
    (weight, at) => weight + (weights.at(at - 1) ?? 0) / 2 + (weights[(at + 1) % PARTS] ?? 0) / 2,
  )
  return around.indexOf(Math.max(...around))
}

const hueDistance = (a: number, b: number) => Math.abs(((a - b + 540) % 360) - 180)

/**
 * Returns a seed colour for a shop's palette: the weighted mean of a photo's dominant vivid hue, or `undefined` if no
 * pixel is vivid. `pixels` holds red, green and blue bytes in turn.
 */
export function photoSeed(pixels: ArrayLike<number>): string | undefined {
  const colors = [...colorsOf(pixels)].flatMap((color) => {
    const weight = weightOf(color)
    return weight > 0 ? [{ ...color, weight }] : []
  })
  const weights = new Array<number>(PARTS).fill(0)
  for (const { h, weight } of colors) weights[partOf(h)] = (weights[partOf(h)] ?? 0) + weight
  if (colors.length === 0) return undefined
  const middle = (strongestPart(weights) + 0.5) * PART
  const sum = { l: 0, a: 0, b: 0, weight: 0 }
  for (const { l, c, h, weight } of colors) {
    if (hueDistance(h, middle) > PART * 1.5) continue
    const turn = (h * Math.PI) / 180
    sum.l += l * weight
    sum.a += c * Math.cos(turn) * weight
    sum.b += c * Math.sin(turn) * weight
    sum.weight += weight
  }
  const [l, a, b] = [sum.l / sum.weight, sum.a / sum.weight, sum.b / sum.weight]
  return hexOf({ l, c: Math.hypot(a, b), h: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360 })
}
