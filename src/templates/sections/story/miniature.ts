import { type DrawMiniature, textPage } from '../../miniature/strokes'

export const storyMiniature: DrawMiniature = (pen) => textPage(pen, 4)
