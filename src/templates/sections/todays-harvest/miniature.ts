import { box, type DrawMiniature, EDGE, INNER, photo, textLine } from '../../miniature/strokes'

export const todaysHarvestMiniature: DrawMiniature = (pen) => ({
  strokes:
    box(EDGE, pen.top, INNER, 26, pen.theme.soft, pen.round) +
    photo(pen, EDGE + 3, pen.top + 3, 20, 20) +
    box(33, pen.top + 5, 24, 6, pen.theme.onSoft, 1) +
    textLine(33, pen.top + 16, 15, pen.theme.price),
  height: 26,
})
