import { circle, type DrawMiniature, EDGE, INNER, photo } from '../../miniature/strokes'

export const originMiniature: DrawMiniature = (pen) => ({
  strokes: photo(pen, EDGE, pen.top, INNER, 20) + circle(36, pen.top + 9, 4, pen.theme.onSoft),
  height: 20,
})
