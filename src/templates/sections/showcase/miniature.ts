import { type DrawMiniature, EDGE, INNER, photo, textLine } from '../../miniature/strokes'

export const showcaseMiniature: DrawMiniature = (pen) => ({
  strokes:
    photo(pen, EDGE, pen.top, INNER, 30) +
    textLine(EDGE, pen.top + 33, 26) +
    textLine(EDGE, pen.top + 39, 16, pen.theme.price),
  height: 42,
})
