/** Red, green and blue from 0 to 255, and alpha from 0 to 1. */
export type Color = readonly [red: number, green: number, blue: number, alpha: number]

/** Parses `rgb(…)`, `rgba(…)` and `color(srgb …)` as returned by `getComputedStyle`; throws on other formats. */
export function readColor(text: string): Color {
  const numbers = (text.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number)
  const [first = 0, second = 0, third = 0, alpha = 1] = numbers
  if (/^rgba?\(/.test(text)) return [first, second, third, alpha]
  if (/^color\(srgb /.test(text)) return [first * 255, second * 255, third * 255, alpha]
  throw new Error(`not a colour this can read: ${text}`)
}

/** Relative luminance from 0 (black) to 1 (white), by WCAG 2.2. */
function luminance(red: number, green: number, blue: number): number {
  const linear = (part: number) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/**
 * Returns the contrast ratio from 1 to 21 (WCAG 2.2) of a text with the pixels below it, ignoring the worst 2 %, which are edges.
 * `pixels` are consecutive RGB bytes.
 */
export function contrastOnPixels([red, green, blue, alpha]: Color, pixels: Uint8Array): number {
  const over = (part: number, ground: number) => part * alpha + ground * (1 - alpha)
  const ratioOn = memoize((ground: number) => {
    const [r, g, b] = [ground >> 16, (ground >> 8) & 255, ground & 255]
    const [one, other] = [luminance(over(red, r), over(green, g), over(blue, b)), luminance(r, g, b)]
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
  })
  const ratios = new Float64Array(pixels.length / 3).map((_, at) => {
    const [r = 0, g = 0, b = 0] = pixels.subarray(at * 3, at * 3 + 3)
    return ratioOn((r << 16) | (g << 8) | b)
  })
  return ratios.sort()[Math.floor(ratios.length / 50)] ?? 1
}

function memoize(calculate: (given: number) => number): (given: number) => number {
  const known = new Map<number, number>()
  return (given) => {
    const result = known.get(given) ?? calculate(given)
    known.set(given, result)
    return result
  }
}
