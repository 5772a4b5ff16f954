import { hexOf, type Oklch, oklchOf } from './oklch'
import { contrast, type GroundForm } from './theme'

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
/** Target contrast, with a margin for rounding to eight bits. */
const TARGET = READABLE + 0.05

const WHITE = '#ffffff'
const STEP = 0.005

/** Darkens a colour until it reaches the target contrast on all of these grounds. */
function darken(color: Oklch, grounds: readonly string[]): string {
  for (let { l } = color; l > 0; l -= STEP) {
    const hex = hexOf({ ...color, l })
    if (grounds.every((ground) => contrast(hex, ground) >= TARGET)) return hex
  }
  return '#000000'
}

/** Persimmon: prices have the same hue in every shop. */
const PRICE: Oklch = { l: 0.56, c: 0.19, h: 34 }
/** Lightness range of a brand colour. */
const [MIN_BRAND, MAX_BRAND] = [0.3, 0.82]

/** Paper the colour of cream: every brand colour stands on the same. */
const CREAM: Oklch = { l: 0.955, c: 0.024, h: 85 }

const groundOf = (form: GroundForm, { c, h }: Oklch) =>
  ({
    tint: hexOf({ l: 0.972, c: Math.min(c, 0.01), h }),
    white: WHITE,
    cream: hexOf(CREAM),
  })[form]

/**
 * Computes a palette from one seed colour in OKLCH. Text on brand, soft and ground has a contrast of at least 4.5 : 1;
 * text on the brand is white where that contrast is reached, else nearly black.
 */
export function paletteOf(seed: string, groundForm: GroundForm = 'tint'): Palette {
  const color = oklchOf(seed)
  const { l, c, h } = color
  const base = { l: Math.min(MAX_BRAND, Math.max(MIN_BRAND, l)), c, h }
  const soft = hexOf({ l: 0.945, c: Math.min(c, 0.03), h })
  const ground = groundOf(groundForm, color)
  const dark = hexOf({ l: 0.2, c: Math.min(c, 0.03), h })
  const baseHex = hexOf(base)
  const isDark = contrast(baseHex, dark) < TARGET || contrast(baseHex, WHITE) >= TARGET
  const brand = isDark ? darken(base, [WHITE]) : baseHex
  return {
    brand,
    onBrand: isDark ? WHITE : dark,
    soft,
    onSoft: darken({ l: 0.41, c: Math.min(c, 0.09), h }, [soft, ground, WHITE]),
    ground,
    price: darken(PRICE, [soft, ground, WHITE]),
  }
}

/** Seed colours a seller can choose from, by hue. */
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
