/** The folder of the gallery's sheets, which git ignores. */
export const OUT = 'dist/gallery'

const WIDTHS = [320, 390, 768] as const

/** Where the picture of all templates goes: README's own, which git tracks, only where `docs` asks for it. */
export const overviewFile = (wanted: readonly string[]): string =>
  wanted.includes('docs') ? 'docs/screens/templates.webp' : `${OUT}/templates.webp`

/** The widths that are asked for, or all. */
export function widthsOf(wanted: readonly string[]): readonly number[] {
  const some = WIDTHS.filter((width) => wanted.includes(String(width)))
  return some.length > 0 ? some : WIDTHS
}
