import { box, type DrawMiniature, EDGE, formDrawing, PAPER, photo, repeat } from '../../miniature/strokes'
import type { wallForms } from './settings'

const drawings: Record<(typeof wallForms)[number], DrawMiniature> = {
  even: (pen) => ({ strokes: repeat(3, (at) => photo(pen, EDGE + at * 21, pen.top, 19, 17)), height: 17 }),
  mosaic: (pen) => ({
    strokes:
      photo(pen, EDGE, pen.top, 39, 27) +
      photo(pen, 47, pen.top, 20, 12.5) +
      photo(pen, 47, pen.top + 14.5, 20, 12.5),
    height: 27,
  }),
  pinned: (pen) => ({
    strokes: repeat(3, (at) => {
      const x = EDGE + at * 21
      return `<g transform="rotate(${at % 2 ? 5 : -5} ${x + 9} ${pen.top + 10})">${box(x, pen.top, 18, 19, PAPER)}${photo(pen, x + 2, pen.top + 2, 14, 12)}</g>`
    }),
    height: 20,
  }),
}

export const photoWallMiniature: DrawMiniature = (pen, settings) =>
  formDrawing(drawings, settings.form, drawings.even)(pen, settings)
