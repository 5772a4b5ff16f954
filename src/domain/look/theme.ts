import type { Static } from '@sinclair/typebox'
import type { ThemeShape } from '@/contract/shop/looks'

export const titleForms = ['plain', 'bar', 'centre', 'ribbon'] as const
export const cardForms = ['paper', 'lined', 'raised', 'bare'] as const
/** Forms of cards that released apps do not know: they draw the theme's `cards` instead. */
export const newerCardForms = ['edge', 'mat', 'ruled', 'plank'] as const
/** The ground behind the goods: in the brand's hue, white, or cream. */
export const groundForms = ['tint', 'white', 'cream'] as const
export type GroundForm = (typeof groundForms)[number]
export const letterForms = ['sans', 'serif'] as const

/** A shop's design tokens: colours as #rrggbb, and shapes. Applied as CSS variables. */
export type Theme = Static<typeof ThemeShape>

export const COLOR_PATTERN = '^#[0-9a-f]{6}$'

/** WCAG 2.2 relative luminance of #rrggbb. Source: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
export function luminance(color: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/** WCAG 2.2 contrast ratio of two colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Height divided by width of a theme's pictures. */
export const pictureRatio = ({ picture }: Theme): number => (picture === 'wide' ? 0.75 : 1)

export function themeVariables(theme: Theme): Record<string, string> {
  return {
    '--brand': theme.brand,
    '--on-brand': theme.onBrand,
    '--brand-soft': theme.soft,
    '--brand-deep': theme.onSoft,
    '--ground': theme.ground,
    '--price': theme.price,
    '--radius': `${theme.radius}px`,
    '--gap': theme.density === 'dense' ? '8px' : '12px',
    '--picture': `${pictureRatio(theme) * 100}%`,
  }
}
