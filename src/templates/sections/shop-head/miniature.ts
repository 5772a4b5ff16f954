import {
  box,
  circle,
  type DrawMiniature,
  EDGE,
  formDrawing,
  GAP,
  INNER,
  PAPER,
  photo,
  repeat,
  textLine,
  WIDTH,
} from '../../miniature/strokes'
import type { headForms } from './settings'

/** A photo over the whole width with a plate for the name. */
const photoWithPlate: DrawMiniature = (pen) => ({
  strokes:
    photo({ ...pen, round: 0 }, 0, pen.top - GAP, WIDTH, 24) +
    box(EDGE, pen.top + 13, INNER, 12, PAPER, 2) +
    circle(14, pen.top + 19, 4, pen.theme.brand) +
    textLine(22, pen.top + 17.5, 30),
  height: 25,
})

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
  banner: (pen) => ({
    strokes:
      photo({ ...pen, round: 0 }, 0, pen.top - GAP, WIDTH, 25) +
      box(0, pen.top + 8, WIDTH, 13, pen.theme.onSoft) +
      circle(12, pen.top + 14.5, 4.5, pen.theme.brand) +
      textLine(20, pen.top + 13, 32, PAPER),
    height: 21,
  }),
  menu: (pen) => ({
    strokes:
      repeat(3, (at) => photo({ ...pen, round: 0 }, at * 24, pen.top - GAP, 23, 14)) +
      circle(36, pen.top + 10, 6, pen.theme.brand) +
      textLine(18, pen.top + 19, 36),
    height: 23,
  }),
  almanac: (pen) => ({
    strokes:
      `<path d="M${EDGE + 0.5} ${pen.top + 0.5}h${INNER - 1}v21h-${INNER - 1}z" fill="none" stroke="${pen.theme.onSoft}"/>` +
      box(EDGE + 5, pen.top + 5, 5, 12, pen.theme.price) +
      photo({ ...pen, round: 0 }, 21, pen.top + 2, 30, 18) +
      box(56, pen.top + 5, 5, 12, pen.theme.onSoft),
    height: 22,
  }),
  sentence: (pen) => ({
    strokes:
      box(EDGE, pen.top, 7, 7, pen.theme.brand, 1) +
      textLine(17, pen.top + 2, 20) +
      textLine(EDGE, pen.top + 13, 26) +
      textLine(EDGE, pen.top + 19, 18) +
      photo({ ...pen, round: 0 }, 46, pen.top + 9, 18, 15),
    height: 24,
  }),
  stall: (pen) => ({
    strokes:
      repeat(6, (at) => box(at * 12, pen.top - GAP, 6, 8, pen.theme.brand)) +
      box(EDGE, pen.top + 7, INNER, 11, '#ffd24a', 2) +
      textLine(22, pen.top + 11, 28),
    height: 18,
  }),
  room: photoWithPlate,
}

export const shopHeadMiniature: DrawMiniature = (pen, settings) =>
  formDrawing(drawings, settings.form, drawings.band)(pen, settings)
