import { box, type DrawMiniature, EDGE, PAPER, repeat, textLine } from '../../miniature/strokes'

export const categoryTabsMiniature: DrawMiniature = ({ top, theme }, { form }) => ({
  strokes:
    form === 'chips'
      ? repeat(3, (at) => box(EDGE + at * 21, top, 18, 8, at ? PAPER : theme.brand, 4))
      : repeat(3, (at) => textLine(EDGE + 2 + at * 18, top + 1, 12)) +
        box(EDGE, top + 7, 16, 1.5, theme.brand),
  height: 8.5,
})
