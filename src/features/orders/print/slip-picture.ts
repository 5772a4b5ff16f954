import { printOrdersWords as words } from '@/locales/order/print-orders'
import { openCard } from '@/platform/media/card'
import { drawText, fillBox, maxTextHeight } from '@/ui/drawn-card/draw'
import { divideIntoPages, type PagePicture } from './picture-pages'
import type { SlipPaper, SlipTexts } from './slip-texts'

/** A paper in px at 203 dpi, the resolution of usual label and receipt printers. */
interface PaperSize {
  width: number
  /** Absent on a roll, which is as long as its slip. */
  height?: number
  edge: number
  /** The factors by which the type may be larger than on a roll, the largest first. */
  scales: readonly number[]
}

const sizes: Record<SlipPaper, PaperSize> = {
  // 105 × 148 mm
  a6: { width: 840, height: 1184, edge: 48, scales: [3, 2.75, 2.5, 2.25, 2, 1.75, 1.5, 1.25] },
  // 58 mm, less the margins of the printer
  roll: { width: 384, edge: 8, scales: [1] },
}

const GAP = 12
const INK = '#000000'
const PAPER = '#ffffff'

interface Line {
  text: string
  size: number
  isBold: boolean
}

const TITLE = 40
const BIG = 30
const PLAIN = 26

/** The lines of a slip from top to bottom. */
const linesOf = ({ title, how, who, address, lines, note, money, shop }: SlipTexts, scale: number): Line[] =>
  [
    { text: title, size: TITLE, isBold: true },
    { text: how, size: PLAIN, isBold: false },
    { text: who, size: BIG, isBold: true },
    { text: address, size: PLAIN, isBold: false },
    ...lines.map(({ name, quantity }) => ({ text: `${name} ${quantity}`, size: BIG, isBold: true })),
    { text: note, size: PLAIN, isBold: false },
    { text: money, size: BIG, isBold: true },
    { text: shop, size: PLAIN, isBold: false },
  ]
    .filter(({ text }) => text !== '')
    .map((line) => ({ ...line, size: Math.round(line.size * scale) }))

const heightOf = ({ text, size }: Line, { width, edge }: PaperSize): number =>
  maxTextHeight(text, { width: width - 2 * edge, size }) + GAP

/** Divides a slip into pages, in the largest type that needs the fewest of them. */
function divideSlip(texts: SlipTexts, size: PaperSize): { scale: number; pages: Line[][] } {
  const { height = Number.POSITIVE_INFINITY, edge, scales } = size
  const divided = scales.map((scale) => ({
    scale,
    pages: divideIntoPages(linesOf(texts, scale), (line) => heightOf(line, size), height - 2 * edge),
  }))
  const fewest = Math.min(...divided.map(({ pages }) => pages.length))
  return divided.find(({ pages }) => pages.length === fewest) ?? { scale: 1, pages: [] }
}

/** The type of a printed slip of A6 that fills its sheet, as a factor of that on a screen, whose lines are further apart than in a picture. */
export const printedScale = (texts: SlipTexts): number => divideSlip(texts, sizes.a6).scale * 0.65

/** Draws a page, with a text in its lower margin. */
async function drawPage(lines: readonly Line[], size: PaperSize, foot: string): Promise<string> {
  const { width, edge } = size
  const needed = lines.reduce((sum, line) => sum + heightOf(line, size), 2 * edge)
  const height = Math.max(size.height ?? 0, Math.ceil(needed))
  const { pen, finish } = await openCard(width, height)
  fillBox(pen, PAPER, 0, 0, width, height)
  // no text of an order is cut
  const layout = { x: edge, width: width - 2 * edge, color: INK, lines: Number.POSITIVE_INFINITY }
  let y = edge
  for (const line of lines)
    y = drawText(pen, line.text, { ...layout, y, size: line.size, bold: line.isBold }) + GAP
  drawText(pen, foot, { ...layout, y: height - edge, size: PLAIN })
  return finish()
}

/** A packing slip as pictures: a long one for a roll, or as many pages of A6 as its texts need. */
export function slipPictures(texts: SlipTexts, paper: SlipPaper): PagePicture[] {
  const size = sizes[paper]
  const { pages } = divideSlip(texts, size)
  return pages.map((page, at) => {
    const part = pages.length > 1 ? words.part(texts.title, at + 1, pages.length) : ''
    return { name: part || texts.title, draw: () => drawPage(page, size, part) }
  })
}
