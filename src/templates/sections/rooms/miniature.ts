import {
  box,
  type DrawMiniature,
  EDGE,
  INNER,
  photo,
  pricedRows,
  stackedRows,
  textLine,
} from '../../miniature/strokes'

export const roomsMiniature: DrawMiniature = (pen, { form }) =>
  form === 'menu'
    ? pricedRows(pen, 4, () => '')
    : stackedRows(
        2,
        30,
        (y) =>
          photo(pen, EDGE, y, INNER, 20) +
          textLine(EDGE + 3, y + 24, 22) +
          box(48, y + 22, 16, 6, pen.theme.brand, 2),
        pen,
      )
