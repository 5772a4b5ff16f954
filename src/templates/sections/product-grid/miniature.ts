import { type DrawMiniature, productCards } from '../../miniature/strokes'

export const productGridMiniature: DrawMiniature = (pen) => {
  const first = productCards(pen, 2, 29, 31)
  return {
    strokes: first.strokes + productCards({ ...pen, top: pen.top + 35 }, 2, 29, 31).strokes,
    height: 66,
  }
}
