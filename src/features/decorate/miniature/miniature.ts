import type { LookSource } from '@/templates/registry'
import { drawSection } from './draw-section'
import { box, GAP, HEIGHT, type Settings, WIDTH } from './strokes'

/** A template as one sees a shop from across the street: an SVG document of its first sections, in its colours. */
export function miniatureOf({ theme, sections: wanted }: Pick<LookSource, 'theme' | 'sections'>): string {
  const round = theme.radius / 4
  let top = GAP
  let strokes = ''
  for (const { kind, settings } of wanted) {
    if (top >= HEIGHT) break
    const drawn = drawSection(kind, settings as Settings, { top, theme, round })
    strokes += drawn.strokes
    top = (kind === 'shop-head' ? 0 : top) + drawn.height + GAP
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">${box(0, 0, WIDTH, HEIGHT, theme.ground)}${strokes}</svg>`
}

/** The same as an address that a style can show. */
export const miniatureUri = (template: Pick<LookSource, 'theme' | 'sections'>): string =>
  `data:image/svg+xml,${encodeURIComponent(miniatureOf(template))}`
