import { hexOf, type Oklch, oklchOf } from './oklch'
import { contrast } from './theme'

/** The colours of a theme, as `#rrggbb`. */
export interface Palette {
  brand: string
  onBrand: string
  soft: string
  onSoft: string
  ground: string
  price: string
}

/** WCAG 2.2 AA for text. Source: https://www.w3.org/TR/WCAG22/#contrast-minimum */
export const READABLE = 4.5
/** So much above it is aimed, for what rounding to eight bits takes. */
const AIM = READABLE + 0.05

const WHITE = '#ffffff'
const STEP = 0.005

/** The lightest form of a colour, from its own lightness down, that can be read on all of these grounds. */
function darkened(colour: Oklch, grounds: readonly string[]): string {
  for (let { l } = colour; l > 0; l -= STEP) {
    const hex = hexOf({ ...colour, l })
    if (grounds.every((ground) => contrast(hex, ground) >= AIM)) return hex
  }
  return '#000000'
}

/** Persimmon: prices keep their hue in every shop. */
const PRICE: Oklch = { l: 0.56, c: 0.19, h: 34 }
const [LEAST_BRAND, MOST_BRAND] = [0.3, 0.82]

/**
 * A palette that can be read, computed from one seed colour in OKLCH: text on brand, soft and ground has at least 4.5 : 1.
 * Text on the brand is white where white can be read on it, else nearly black.
 */
export function paletteOf(seed: string): Palette {
  const { l, c, h } = oklchOf(seed)
  const given = { l: Math.min(MOST_BRAND, Math.max(LEAST_BRAND, l)), c, h }
  const soft = hexOf({ l: 0.945, c: Math.min(c, 0.03), h })
  const ground = hexOf({ l: 0.972, c: Math.min(c, 0.01), h })
  const dark = hexOf({ l: 0.2, c: Math.min(c, 0.03), h })
  const own = hexOf(given)
  const isDark = contrast(own, dark) < AIM || contrast(own, WHITE) >= AIM
  const brand = isDark ? darkened(given, [WHITE]) : own
  return {
    brand,
    onBrand: isDark ? WHITE : dark,
    soft,
    onSoft: darkened({ l: 0.41, c: Math.min(c, 0.09), h }, [soft, ground, WHITE]),
    ground,
    price: darkened(PRICE, [soft, ground, WHITE]),
  }
}

/** Colours to choose a shop's own from, in the order of the rainbow. */
export const seeds = [
  '#b3261e',
  '#b8420f',
  '#a8660b',
  '#e0a526',
  '#6b7a1c',
  '#1a7f4e',
  '#12766f',
  '#1f6391',
  '#34508f',
  '#6a4a93',
  '#8c3d6e',
  '#6b4a34',
] as const
