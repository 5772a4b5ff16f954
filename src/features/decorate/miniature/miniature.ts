import type { Theme } from '@/domain/theme'
import { drawSection } from './draw-section'
import { box, GAP, HEIGHT, type SectionSettings, WIDTH } from './strokes'

/** A template, or the outline of a look. */
export interface LookOutline {
  theme: Theme
  sections: readonly { kind: string; settings: object }[]
}

/** A look as one sees a shop from across the street: an SVG document of its first sections, in its colours. */
export function drawMiniature({ theme, sections }: LookOutline): string {
  const round = theme.radius / 4
  let top = GAP
  let strokes = ''
  for (const { kind, settings } of sections) {
    if (top >= HEIGHT) break
    const drawn = drawSection(kind, settings as SectionSettings, { top, theme, round })
    strokes += drawn.strokes
    top += drawn.height + GAP
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">${box(0, 0, WIDTH, HEIGHT, theme.ground)}${strokes}</svg>`
}

/** The same as an address that a style can show. */
export const miniatureDataUri = (look: LookOutline): string =>
  `data:image/svg+xml,${encodeURIComponent(drawMiniature(look))}`
