/** Output folder of the gallery, ignored by git. */
export const OUT = 'dist/gallery'

const WIDTHS = [320, 390, 768] as const

/** Returns the file of the overview; only `docs` overwrites README's tracked picture. */
export const overviewFile = (wanted: readonly string[]): string =>
  wanted.includes('docs') ? 'docs/screens/templates.webp' : `${OUT}/templates.webp`

/** Returns the requested widths, or all. */
export function widthsOf(wanted: readonly string[]): readonly number[] {
  const requested = WIDTHS.filter((width) => wanted.includes(String(width)))
  return requested.length > 0 ? requested : WIDTHS
}
