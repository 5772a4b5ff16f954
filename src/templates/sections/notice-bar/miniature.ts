import { box, type DrawMiniature, EDGE, INNER, textLine } from '../../miniature/strokes'

export const noticeBarMiniature: DrawMiniature = ({ top, theme }, { form }) => ({
  strokes:
    box(EDGE, top, INNER, 8, theme.soft, 2) +
    (form === 'edge' ? box(EDGE, top, 2.5, 8, theme.brand) : '') +
    textLine(EDGE + 6, top + 2.5, 44, theme.onSoft),
  height: 8,
})
