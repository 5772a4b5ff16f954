import { type DrawMiniature, EDGE, INNER, photo, stackedRows, textLine } from '../../miniature/strokes'

export const productListMiniature: DrawMiniature = (pen, { picture }) =>
  picture === 'large'
    ? stackedRows(
        2,
        30,
        (y) => photo(pen, EDGE, y, INNER, 20) + textLine(EDGE + 3, y + 24, 22, pen.theme.price),
        pen,
      )
    : stackedRows(
        4,
        15,
        (y) =>
          photo(pen, EDGE + 2, y + 2, 11, 11) +
          textLine(22, y + 3, 30) +
          textLine(22, y + 9, 15, pen.theme.price),
        pen,
      )
