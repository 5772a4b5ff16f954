import type { wallForms } from '@/templates/sections/photo-wall/settings'
import type { boardForms } from '@/templates/sections/price-board/settings'
import type { headForms } from '@/templates/sections/shop-head/settings'
import {
  box,
  circle,
  EDGE,
  GAP,
  INNER,
  PAPER,
  type Pen,
  photo,
  productCards,
  repeat,
  type SectionDrawing,
  type SectionSettings,
  stackedRows,
  textLine,
  textPage,
  WIDTH,
} from './strokes'

type Draw = (pen: Pen, settings: SectionSettings) => SectionDrawing

/** A band and a photo reach from edge to edge, so what stands before them is as far away as the shop's upper edge. */
const heads: Record<(typeof headForms)[number], Draw> = {
  band: ({ top, theme }) => ({
    strokes:
      box(0, top - GAP, WIDTH, 17, theme.brand) +
      circle(11, top + 4.5, 5, theme.onBrand) +
      textLine(20, top + 3, 34, theme.onBrand),
    height: 13,
  }),
  card: ({ top, theme, round }) => ({
    strokes:
      box(EDGE, top, INNER, 17, theme.soft, round) +
      circle(15, top + 8.5, 5.5, theme.brand) +
      textLine(25, top + 7, 32, theme.onSoft),
    height: 17,
  }),
  sign: ({ top, theme }) => ({
    strokes:
      box(EDGE, top, INNER, 19, theme.brand) +
      `<path d="M7.5 ${top + 2.5}h57v14h-57z" fill="none" stroke="${theme.onBrand}"/>` +
      textLine(20, top + 8, 32, theme.onBrand),
    height: 19,
  }),
  photo: (pen) => ({
    strokes:
      photo({ ...pen, round: 0 }, 0, pen.top - GAP, WIDTH, 27) +
      textLine(18, pen.top + 16, 36, pen.theme.onSoft),
    height: 23,
  }),
}

const boards: Record<(typeof boardForms)[number], Draw> = {
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

const walls: Record<(typeof wallForms)[number], Draw> = {
  even: (pen) => ({ strokes: repeat(3, (at) => photo(pen, EDGE + at * 21, pen.top, 19, 17)), height: 17 }),
  mosaic: (pen) => ({
    strokes:
      photo(pen, EDGE, pen.top, 39, 27) +
      photo(pen, 47, pen.top, 20, 12.5) +
      photo(pen, 47, pen.top + 14.5, 20, 12.5),
    height: 27,
  }),
  pinned: (pen) => ({
    strokes: repeat(3, (at) => {
      const x = EDGE + at * 21
      return `<g transform="rotate(${at % 2 ? 5 : -5} ${x + 9} ${pen.top + 10})">${box(x, pen.top, 18, 19, PAPER)}${photo(pen, x + 2, pen.top + 2, 14, 12)}</g>`
    }),
    height: 20,
  }),
}

/** Sums that stand with a word before a price, without pictures. */
const priced = (pen: Pen, count: number, mark: (y: number) => string): SectionDrawing =>
  stackedRows(
    count,
    11,
    (y) => mark(y) + textLine(EDGE + 12, y + 4, 22) + textLine(48, y + 4, 14, pen.theme.price),
    pen,
  )

/** The drawing of a form; the first one's where there is no such form. */
const formed = (forms: Record<string, Draw>, form: unknown, usual: Draw): Draw => forms[String(form)] ?? usual

const sections: Record<string, Draw> = {
  'shop-head': (pen, settings) => formed(heads, settings.form, heads.band)(pen, settings),
  'price-board': (pen, settings) => formed(boards, settings.form, boards.board)(pen, settings),
  'photo-wall': (pen, settings) => formed(walls, settings.form, walls.even)(pen, settings),
  'notice-bar': ({ top, theme }, { form }) => ({
    strokes:
      box(EDGE, top, INNER, 8, theme.soft, 2) +
      (form === 'edge' ? box(EDGE, top, 2.5, 8, theme.brand) : '') +
      textLine(EDGE + 6, top + 2.5, 44, theme.onSoft),
    height: 8,
  }),
  'category-tabs': ({ top, theme }, { form }) => ({
    strokes:
      form === 'chips'
        ? repeat(3, (at) => box(EDGE + at * 21, top, 18, 8, at ? PAPER : theme.brand, 4))
        : repeat(3, (at) => textLine(EDGE + 2 + at * 18, top + 1, 12)) +
          box(EDGE, top + 7, 16, 1.5, theme.brand),
    height: 8.5,
  }),
  'product-grid': (pen) => {
    const first = productCards(pen, 2, 29, 31)
    return {
      strokes: first.strokes + productCards({ ...pen, top: pen.top + 35 }, 2, 29, 31).strokes,
      height: 66,
    }
  },
  'product-list': (pen, { picture }) =>
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
        ),
  shelf: (pen) => productCards(pen, 3, 25, 29),
  'new-arrivals': (pen) => productCards(pen, 3, 25, 29),
  'featured-product': (pen) => ({
    strokes:
      box(EDGE, pen.top, INNER, 38, PAPER, pen.round) +
      photo(pen, EDGE, pen.top, INNER, 27) +
      textLine(EDGE + 4, pen.top + 31, 18, pen.theme.price) +
      box(48, pen.top + 29, 16, 7, pen.theme.brand, 2),
    height: 38,
  }),
  showcase: (pen) => ({
    strokes:
      photo(pen, EDGE, pen.top, INNER, 30) +
      textLine(EDGE, pen.top + 33, 26) +
      textLine(EDGE, pen.top + 39, 16, pen.theme.price),
    height: 42,
  }),
  'todays-harvest': (pen) => ({
    strokes:
      box(EDGE, pen.top, INNER, 26, pen.theme.soft, pen.round) +
      photo(pen, EDGE + 3, pen.top + 3, 20, 20) +
      box(33, pen.top + 5, 24, 6, pen.theme.onSoft, 1) +
      textLine(33, pen.top + 16, 15, pen.theme.price),
    height: 26,
  }),
  'group-order': (pen) => priced(pen, 5, (y) => circle(EDGE + 6, y + 5.5, 4, pen.theme.brand)),
  rooms: (pen, { form }) =>
    form === 'menu'
      ? priced(pen, 4, () => '')
      : stackedRows(
          2,
          30,
          (y) =>
            photo(pen, EDGE, y, INNER, 20) +
            textLine(EDGE + 3, y + 24, 22) +
            box(48, y + 22, 16, 6, pen.theme.brand, 2),
          pen,
        ),
  origin: (pen) => ({
    strokes: photo(pen, EDGE, pen.top, INNER, 20) + circle(36, pen.top + 9, 4, pen.theme.onSoft),
    height: 20,
  }),
  story: (pen) => textPage(pen, 4),
}

/** A section's drawing; one that is only read, or that is not known here, is lines of words. */
export const drawSection = (kind: string, settings: SectionSettings, pen: Pen): SectionDrawing =>
  sections[kind]?.(pen, settings) ?? textPage(pen, 2)
