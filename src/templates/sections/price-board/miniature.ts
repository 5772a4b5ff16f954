import {
  box,
  type DrawMiniature,
  EDGE,
  formDrawing,
  INNER,
  PAPER,
  repeat,
  textLine,
} from '../../miniature/strokes'
import type { boardForms } from './settings'

const drawings: Record<(typeof boardForms)[number], DrawMiniature> = {
  board: ({ top, theme }) => ({
    strokes:
      box(EDGE, top, INNER, 50, theme.onSoft) +
      repeat(
        4,
        (at) =>
          textLine(EDGE + 5, top + 6 + at * 12, 24, PAPER) + box(48, top + 5 + at * 12, 14, 5, PAPER, 1),
      ),
    height: 50,
  }),
  slips: ({ top, theme }) => ({
    strokes: repeat(4, (at) => {
      const [x, y] = [EDGE + (at % 2) * 33, top + Math.floor(at / 2) * 21]
      return (
        box(x, y, 29, 18, PAPER) +
        box(x, y, 29, 2.5, theme.brand) +
        textLine(x + 6, y + 6, 17) +
        box(x + 8, y + 11, 13, 4, theme.price, 1)
      )
    }),
    height: 39,
  }),
}

export const priceBoardMiniature: DrawMiniature = (pen, settings) =>
  formDrawing(drawings, settings.form, drawings.board)(pen, settings)
