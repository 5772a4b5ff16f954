import { circle, type DrawMiniature, EDGE, pricedRows } from '../../miniature/strokes'

export const groupOrderMiniature: DrawMiniature = (pen) =>
  pricedRows(pen, 5, (y) => circle(EDGE + 6, y + 5.5, 4, pen.theme.brand))
