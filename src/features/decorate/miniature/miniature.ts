import type { Theme } from '@/domain/look/theme'
import { miniatures } from '../../../templates/generated/miniatures'
import { box, GAP, HEIGHT, type SectionSettings, textPage, WIDTH } from '../../../templates/miniature/strokes'

/** The theme and sections of a template or a look. */
export interface LookOutline {
  theme: Theme
  sections: readonly { kind: string; settings: object }[]
}

/** Draws a miniature of a look: an SVG document of its first sections, in its colors. */
export function drawMiniature({ theme, sections }: LookOutline): string {
  const round = theme.radius / 4
  let top = GAP
  let strokes = ''
  for (const { kind, settings } of sections) {
    if (top >= HEIGHT) break
    const pen = { top, theme, round }
    // an unknown kind is drawn as lines of text
    const drawn = miniatures[kind]?.(pen, settings as SectionSettings) ?? textPage(pen, 2)
    strokes += drawn.strokes
    top += drawn.height + GAP
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">${box(0, 0, WIDTH, HEIGHT, theme.ground)}${strokes}</svg>`
}

/** The miniature as a data URI for a style. */
export const miniatureDataUri = (look: LookOutline): string =>
  `data:image/svg+xml,${encodeURIComponent(drawMiniature(look))}`
