import { type DrawMiniature, productCards } from '../../miniature/strokes'

export const newArrivalsMiniature: DrawMiniature = (pen) => productCards(pen, 3, 25, 29)
