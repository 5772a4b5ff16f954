/** A colour by lightness (0 to 1), chroma (0 to about 0.4) and hue (degrees). Source: https://bottosson.github.io/posts/oklab/ */
export interface Oklch {
  l: number
  c: number
  h: number
}

type Three = readonly [number, number, number]

const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const gamma = (value: number) => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055)

const channels = (color: string): Three => [
  Number.parseInt(color.slice(1, 3), 16) / 255,
  Number.parseInt(color.slice(3, 5), 16) / 255,
  Number.parseInt(color.slice(5, 7), 16) / 255,
]

/** `#rrggbb` as OKLCH; a grey has hue 0. */
export function oklchOf(color: string): Oklch {
  const [r, g, b] = channels(color).map(linear) as unknown as Three
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const middle = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const l = 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short
  const a = 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short
  const bb = 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short
  const c = Math.hypot(a, bb)
  const h = c < 1e-4 ? 0 : ((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360
  return { l, c, h }
}

/** Linear sRGB; channels outside of 0 to 1 are out of gamut. */
function linearOf({ l, c, h }: Oklch): Three {
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)]
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ]
}

const SLACK = 1e-4
const STEPS = 16

const isInGamut = (color: Oklch) => linearOf(color).every((value) => value >= -SLACK && value <= 1 + SLACK)

/** The colour as `#rrggbb`. Out of gamut, chroma is reduced as little as possible; lightness and hue stay. */
export function hexOf({ l, c, h }: Oklch): string {
  let [low, high] = isInGamut({ l, c, h }) ? [c, c] : [0, c]
  for (let step = 0; step < STEPS && low < high; step++) {
    const middle = (low + high) / 2
    if (isInGamut({ l, c: middle, h })) low = middle
    else high = middle
  }
  const hex = (value: number) =>
    Math.round(Math.min(1, Math.max(0, gamma(Math.min(1, Math.max(0, value))))) * 255)
      .toString(16)
      .padStart(2, '0')
  return `#${linearOf({ l, c: low, h }).map(hex).join('')}`
}
