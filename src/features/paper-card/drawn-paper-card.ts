import { paperCardLink } from '@/domain/shop/paper-card'
import { printedCardWords as words } from '@/locales/shop/paper-card'
import { openCard } from '@/platform/media/card'
import { webOrigin } from '@/platform/network/web-origin'
import { drawQr, drawText, fillBox } from '@/ui/drawn-card/draw'

/** A6 in landscape has the ratio 148 to 105. */
const WIDTH = 1184
const HEIGHT = 840
const EDGE = 64
const HEAD = 150
const QR = 520
const INK = '#1c2320'
const BRAND = '#1a7f4e'

/** Draws the paper card as a picture: the shop's name, the QR code and what to do with it; never the chosen pictures. */
export async function drawPaperCard(shopName: string, code: string): Promise<string> {
  const { pen, finish } = await openCard(WIDTH, HEIGHT)
  fillBox(pen, '#ffffff', 0, 0, WIDTH, HEIGHT)
  fillBox(pen, BRAND, 0, 0, WIDTH, HEAD)
  const head = { x: EDGE, width: WIDTH - 2 * EDGE, color: '#ffffff', lines: 1 }
  drawText(pen, words.title, { ...head, y: 22, size: 36 })
  drawText(pen, shopName, { ...head, y: 76, size: 48, bold: true })
  drawQr(pen, paperCardLink(webOrigin(), code), EDGE, HEAD + 60, QR)
  const side = { x: EDGE + QR + 48, width: WIDTH - QR - 2 * EDGE - 48, color: INK }
  const after = drawText(pen, words.how, { ...side, y: HEAD + 80, size: 44, lines: 7 })
  drawText(pen, words.keep, { ...side, y: after + 24, size: 40, color: '#a34a06', bold: true, lines: 4 })
  return finish()
}
