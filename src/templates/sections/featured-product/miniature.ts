import { box, type DrawMiniature, EDGE, INNER, PAPER, photo, textLine } from '../../miniature/strokes'

export const featuredProductMiniature: DrawMiniature = (pen) => ({
  strokes:
    box(EDGE, pen.top, INNER, 38, PAPER, pen.round) +
    photo(pen, EDGE, pen.top, INNER, 27) +
    textLine(EDGE + 4, pen.top + 31, 18, pen.theme.price) +
    box(48, pen.top + 29, 16, 7, pen.theme.brand, 2),
  height: 38,
})
