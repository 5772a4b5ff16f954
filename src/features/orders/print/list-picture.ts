import { printOrdersWords as words } from '@/locales/print-orders'
import { openCard } from '@/platform/media/card'
import { drawText, fillBox, maxTextHeight } from '@/ui/drawn-card/draw'
import type { ListTexts } from './list-texts'
import { divideIntoPages, type PagePicture } from './picture-pages'

/** A4 at 150 dpi. */
const WIDTH = 1240
const HEIGHT = 1754
const EDGE = 60
const GAP = 16
const INK = '#000000'
const LINE = '#999999'
const PAPER = '#ffffff'

const TITLE = 44
const BIG = 36
const PLAIN = 32
/** No text of an order is cut. */
const MAX_LINES = Number.POSITIVE_INFINITY

/** The columns of a row: a number, texts below one another, and what stands at the right. */
const NUMBER_WIDTH = 110
const RIGHT_WIDTH = 320

interface Line {
  text: string
  size: number
  isBold: boolean
}

/** A part of the list that is not divided between pages; a title has neither number nor right column. */
interface Block {
  number?: string
  lines: Line[]
  right?: string
}

const big = (text: string): Line => ({ text, size: BIG, isBold: true })
const plain = (text: string): Line => ({ text, size: PLAIN, isBold: false })
const title = (text: string): Block => ({ lines: [{ text, size: TITLE, isBold: true }] })

const blocksOf = ({ title: head, orders, goods, omitted }: ListTexts): Block[] => [
  title(head),
  ...orders.map(({ number, who, details, money }) => ({
    number,
    lines: [...(who ? [big(who)] : []), ...details.map(plain)],
    right: money,
  })),
  title(words.goods),
  ...goods.map(({ name, count }) => ({ lines: [plain(name)], right: count })),
  ...(omitted ? [{ lines: [plain(omitted)] }] : []),
]

const left = ({ number }: Block): number => EDGE + (number === undefined ? 0 : NUMBER_WIDTH)

const widthOf = (block: Block): number =>
  WIDTH - EDGE - left(block) - (block.right === undefined ? 0 : RIGHT_WIDTH)

const heightOf = (block: Block): number =>
  block.lines.reduce(
    (sum, { text, size }) => sum + maxTextHeight(text, { size, width: widthOf(block) }),
    2 * GAP,
  )

async function drawPage(blocks: readonly Block[]): Promise<string> {
  const needed = blocks.reduce((sum, block) => sum + heightOf(block), 2 * EDGE)
  const height = Math.max(HEIGHT, Math.ceil(needed))
  const card = await openCard(WIDTH, height)
  const { pen } = card
  fillBox(pen, PAPER, 0, 0, WIDTH, height)
  let y = EDGE
  for (const block of blocks) {
    const top = y
    if (block.right !== undefined) fillBox(pen, LINE, EDGE, top, WIDTH - 2 * EDGE, 1)
    const beside = { y: top + GAP, size: PLAIN, color: INK, bold: true }
    drawText(pen, block.number ?? '', { ...beside, x: EDGE, width: NUMBER_WIDTH })
    const rightAt = WIDTH - EDGE - RIGHT_WIDTH + GAP
    drawText(pen, block.right ?? '', { ...beside, x: rightAt, width: RIGHT_WIDTH - GAP })
    y += GAP
    for (const { text, size, isBold } of block.lines)
      y = drawText(pen, text, {
        ...{ x: left(block), y, width: widthOf(block), size, color: INK, bold: isBold, lines: MAX_LINES },
      })
    y += GAP
  }
  return card.finish()
}

/** The list as pictures of A4 pages. */
export const listPictures = (texts: ListTexts): PagePicture[] =>
  divideIntoPages(blocksOf(texts), heightOf, HEIGHT - 2 * EDGE).map((page, at) => ({
    name: words.page(at + 1),
    draw: () => drawPage(page),
  }))
