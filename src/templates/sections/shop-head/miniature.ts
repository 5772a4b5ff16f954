import {
  box,
  circle,
  type DrawMiniature,
  EDGE,
  formDrawing,
  GAP,
  INNER,
  photo,
  textLine,
  WIDTH,
} from '../../miniature/strokes'
import type { headForms } from './settings'

/** The `band` and `photo` forms extend to all edges, so they start above `pen.top`. */
const drawings: Record<(typeof headForms)[number], DrawMiniature> = {
  band: ({ top, theme }) => ({
    strokes:
      box(0, top - GAP, WIDTH, 17, theme.brand) +
      circle(11, top + 4.5, 5, theme.onBrand) +
      textLine(20, top + 3, 34, theme.onBrand),
    height: 13,
  }),
  card: ({ top, theme, round }) => ({
    strokes:
      box(EDGE, top, INNER, 17, theme.soft, round) +
      circle(15, top + 8.5, 5.5, theme.brand) +
      textLine(25, top + 7, 32, theme.onSoft),
    height: 17,
  }),
  sign: ({ top, theme }) => ({
    strokes:
      box(EDGE, top, INNER, 19, theme.brand) +
      `<path d="M7.5 ${top + 2.5}h57v14h-57z" fill="none" stroke="${theme.onBrand}"/>` +
      textLine(20, top + 8, 32, theme.onBrand),
    height: 19,
  }),
  photo: (pen) => ({
    strokes:
      photo({ ...pen, round: 0 }, 0, pen.top - GAP, WIDTH, 27) +
      textLine(18, pen.top + 16, 36, pen.theme.onSoft),
    height: 23,
  }),
}

export const shopHeadMiniature: DrawMiniature = (pen, settings) =>
  formDrawing(drawings, settings.form, drawings.band)(pen, settings)
