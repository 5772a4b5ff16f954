import type { Theme } from '@/domain/look/theme'

/** The size of a miniature and its margins, in SVG units. */
export const WIDTH = 72
export const HEIGHT = 96
export const EDGE = 5
export const INNER = WIDTH - 2 * EDGE
export const GAP = 4
export const PAPER = '#ffffff'

const LINE_HEIGHT = 3
const INK = '#5b645f'

/** The position, theme and corner radius that a section is drawn with. */
export interface Pen {
  top: number
  theme: Theme
  round: number
}

/** A section's miniature: its SVG elements and their height. */
export interface SectionDrawing {
  strokes: string
  height: number
}

export type SectionSettings = Readonly<Record<string, unknown>>

/** Draws the miniature of a section with these settings. */
export type DrawMiniature = (pen: Pen, settings: SectionSettings) => SectionDrawing

export const box = (x: number, y: number, width: number, height: number, fill: string, round = 0) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${fill}"/>`
export const textLine = (x: number, y: number, width: number, fill = INK) =>
  box(x, y, width, LINE_HEIGHT, fill, 1)
export const circle = (x: number, y: number, radius: number, fill: string) =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`
export const repeat = (count: number, draw: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => draw(at)).join('')

/** A photo: a field in the theme's soft color with a hill and a sun. */
export function photo({ theme, round }: Pen, x: number, y: number, width: number, height: number): string {
  const foot = y + height
  const hill = `<path d="M${x} ${foot}l${width * 0.4} ${-height * 0.5} ${width * 0.25} ${height * 0.25} ${width * 0.15} ${-height * 0.15} ${width * 0.2} ${height * 0.4}z" fill="${theme.brand}" fill-opacity=".55"/>`
  const sun = circle(x + width * 0.75, y + height * 0.28, Math.min(width, height) * 0.13, theme.brand)
  return box(x, y, width, height, theme.soft, round) + hill + sun
}

/** A sheet with lines of text. */
export const textPage = ({ top, round }: Pen, lines: number): SectionDrawing => {
  const height = lines * 6 + 5
  return {
    strokes:
      box(EDGE, top, INNER, height, PAPER, round) +
      repeat(lines, (at) => textLine(EDGE + 4, top + 4 + at * 6, at === lines - 1 ? 30 : INNER - 8)),
    height,
  }
}

/** Two lines of text: the drawing of a section without a form of its own. */
export const linesOfText: DrawMiniature = (pen) => textPage(pen, 2)

/** Product cards side by side, each a photo over a price; the last may extend beyond the edge. */
export const productCards = (pen: Pen, count: number, width: number, height: number): SectionDrawing => ({
  strokes: repeat(count, (at) => {
    const x = EDGE + at * (width + GAP)
    return (
      box(x, pen.top, width, height, PAPER, pen.round) +
      photo(pen, x, pen.top, width, height - 7) +
      textLine(x + 3, pen.top + height - 5, width / 2, pen.theme.price)
    )
  }),
  height,
})

/** Rows below one another, each on its own sheet. */
export const stackedRows = (
  count: number,
  height: number,
  draw: (y: number) => string,
  { top, round }: Pen,
): SectionDrawing => ({
  strokes: repeat(count, (at) => {
    const y = top + at * (height + GAP)
    return box(EDGE, y, INNER, height, PAPER, round) + draw(y)
  }),
  height: count * (height + GAP) - GAP,
})

/** Rows of a text line before a price, without pictures; `mark` draws the start of the row at `y`. */
export const pricedRows = (pen: Pen, count: number, mark: (y: number) => string): SectionDrawing =>
  stackedRows(
    count,
    11,
    (y) => mark(y) + textLine(EDGE + 12, y + 4, 22) + textLine(48, y + 4, 14, pen.theme.price),
    pen,
  )

/** The drawing of a section's form; `fallback` for an unknown form. */
export const formDrawing = (
  drawings: Record<string, DrawMiniature>,
  form: unknown,
  fallback: DrawMiniature,
): DrawMiniature => drawings[String(form)] ?? fallback
