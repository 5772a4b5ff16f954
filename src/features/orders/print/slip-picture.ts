import { openCard } from '@/platform/media/card'
import { drawText, fillBox, maxTextHeight } from '@/ui/drawn-card/draw'
import type { SlipTexts } from './slip-texts'

/** 58 mm at 203 dpi, the resolution of usual receipt printers, less their margins. */
const WIDTH = 384
const EDGE = 8
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
/** A note may fill several lines. */
const LAYOUT = { width: WIDTH - 2 * EDGE, lines: 20 }

/** The lines of a slip from top to bottom. */
const linesOf = ({ title, how, who, address, lines, note, money, shop }: SlipTexts): Line[] =>
  [
    { text: title, size: TITLE, isBold: true },
    { text: how, size: PLAIN, isBold: false },
    { text: who, size: BIG, isBold: true },
    { text: address, size: PLAIN, isBold: false },
    ...lines.map(({ name, quantity }) => ({ text: `${name} ${quantity}`, size: BIG, isBold: true })),
    { text: note, size: PLAIN, isBold: false },
    { text: money, size: BIG, isBold: true },
    { text: shop, size: PLAIN, isBold: false },
  ].filter(({ text }) => text !== '')

/** Draws a packing slip as a picture for a receipt printer. */
export async function drawSlip(texts: SlipTexts): Promise<string> {
  const lines = linesOf(texts)
  const height = Math.ceil(
    lines.reduce((sum, { text, size }) => sum + maxTextHeight(text, { ...LAYOUT, size }) + GAP, 2 * GAP),
  )
  const card = await openCard(WIDTH, height)
  fillBox(card.pen, PAPER, 0, 0, WIDTH, height)
  let y = GAP
  for (const { text, size, isBold } of lines)
    y =
      drawText(card.pen, text, {
        ...{ ...LAYOUT, x: EDGE, y, size, colour: INK, bold: isBold },
      }) + GAP
  return card.finish()
}
