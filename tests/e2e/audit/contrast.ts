/** Red, green and blue from 0 to 255, and alpha from 0 to 1. */
export type Color = readonly [red: number, green: number, blue: number, alpha: number]

/** A painted colour with the ids and opacities of its groups, outermost first. */
export interface Layer {
  color: Color
  groups: { id: number; opacity: number }[]
}

const CLEAR: Color = [0, 0, 0, 0]

/** Parses `rgb(…)`, `rgba(…)` and `color(srgb …)` as returned by `getComputedStyle`; throws on other formats. */
export function readColor(text: string): Color {
  const numbers = (text.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number)
  const [first = 0, second = 0, third = 0, alpha = 1] = numbers
  if (/^rgba?\(/.test(text)) return [first, second, third, alpha]
  if (/^color\(srgb /.test(text)) return [first * 255, second * 255, third * 255, alpha]
  throw new Error(`not a colour this can read: ${text}`)
}

/** Blends one colour over another ("source over" of W3C Compositing and Blending). */
export function over(upper: Color, lower: Color): Color {
  const alpha = upper[3] + lower[3] * (1 - upper[3])
  if (alpha === 0) return CLEAR
  const mix = (at: 0 | 1 | 2) => (upper[at] * upper[3] + lower[at] * lower[3] * (1 - upper[3])) / alpha
  return [mix(0), mix(1), mix(2), alpha]
}

/** Flattens layers, lowest first: each group is painted separately, faded, and laid over what is below. */
export function paint(layers: readonly Layer[], depth = 0): Color {
  let painted: Color = CLEAR
  for (let at = 0; at < layers.length; ) {
    const group = layers[at]?.groups[depth]
    const inGroup = (layer: Layer | undefined) => layer?.groups[depth]?.id === group?.id
    let end = at + 1
    while (group && end < layers.length && inGroup(layers[end])) end++
    const one = group
      ? paint(layers.slice(at, end), depth + 1)
      : ((layers[at] as Layer).color satisfies Color)
    painted = over([one[0], one[1], one[2], one[3] * (group?.opacity ?? 1)], painted)
    at = end
  }
  return painted
}

/** Relative luminance from 0 (black) to 1 (white), by WCAG 2.2. */
export function luminance([red, green, blue]: Color): number {
  const linear = (part: number) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/** Contrast ratio of two opaque colours from 1 to 21, by WCAG 2.2. */
export function contrast(one: Color, other: Color): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/**
 * Returns the contrast of a text with the pixels below it, ignoring the worst 2 %, which are edges.
 * `pixels` are consecutive RGB bytes.
 */
export function contrastOnPixels(text: Color, pixels: Uint8Array): number {
  const ratios: number[] = []
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const ground: Color = [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0, 1]
    ratios.push(contrast(over(text, ground), ground))
  }
  ratios.sort((a, b) => a - b)
  return ratios[Math.floor(ratios.length / 50)] ?? 1
}
