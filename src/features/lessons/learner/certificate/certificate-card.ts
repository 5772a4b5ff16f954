import { dayOf } from '@/domain/day'
import { shopDrawing } from '@/domain/look/goods-drawing'
import { certificateWords as words } from '@/locales/lesson/lesson-certificate'
import { openCard } from '@/platform/media/card'
import type { CardCanvas, Pen } from '@/platform/media/media-types'
import { artUri } from '@/ui/art/art'
import { drawCover, drawText, fillBox } from '@/ui/drawn-card/draw'

const WIDTH = 750
const HEIGHT = 1060
const FRAME = 28
const EDGE = 72
const PICTURE = 264
const PICTURE_TOP = 264
const SEAL = 112

const PAPER = '#fffdf7'
const BRAND = '#1a7f4e'
const INK = '#1c2320'
const PLAIN_INK = '#55605a'
const SEAL_RED = '#b03a22'

export interface CertificateFacts {
  shopName: string
  /** The name of the shop's first product. */
  goods: string
  centre: string
  startedAt: number
  seat: number
  spent: number
}

function drawFrame(pen: Pen) {
  const box = (color: string, edge: number) =>
    fillBox(pen, color, edge, edge, WIDTH - 2 * edge, HEIGHT - 2 * edge)
  box(PAPER, 0)
  box(BRAND, FRAME)
  box(PAPER, FRAME + 8)
  box(BRAND, FRAME + 16)
  box(PAPER, FRAME + 18)
}

/** Limits drawing to a circle. */
function clipCircle(pen: Pen, x: number, y: number, diameter: number) {
  const radius = diameter / 2
  const [right, bottom] = [x + diameter, y + diameter]
  pen.beginPath()
  pen.moveTo(x + radius, y)
  pen.arcTo(right, y, right, bottom, radius)
  pen.arcTo(right, bottom, x, bottom, radius)
  pen.arcTo(x, bottom, x, y, radius)
  pen.arcTo(x, y, right, y, radius)
  pen.closePath()
  pen.clip()
}

/** Draws the goods in a circle; an empty circle where the drawing cannot be loaded. */
async function drawGoods({ pen, load }: CardCanvas, goods: string) {
  const drawing = await load(artUri(shopDrawing([goods]))).catch(() => null)
  const x = (WIDTH - PICTURE) / 2
  pen.save()
  clipCircle(pen, x, PICTURE_TOP, PICTURE)
  fillBox(pen, '#e6f3ec', x, PICTURE_TOP, PICTURE, PICTURE)
  if (drawing) drawCover(pen, drawing, x, PICTURE_TOP, PICTURE, PICTURE)
  pen.restore()
}

function drawSeal(pen: Pen, x: number, y: number) {
  fillBox(pen, SEAL_RED, x, y, SEAL, SEAL)
  fillBox(pen, PAPER, x + 6, y + 6, SEAL - 12, SEAL - 12)
  fillBox(pen, SEAL_RED, x + 9, y + 9, SEAL - 18, SEAL - 18)
  const centred = { x, width: SEAL, align: 'center' as const, lines: 1 }
  drawText(pen, words.seal, { ...centred, y: y + 36, size: 40, color: PAPER, bold: true })
}

/** Draws the certificate of a learner as a picture for the album. */
export async function drawCertificate(facts: CertificateFacts): Promise<string> {
  const card = await openCard(WIDTH, HEIGHT)
  const { pen } = card
  drawFrame(pen)
  const line = { x: EDGE, width: WIDTH - 2 * EDGE, align: 'center' as const, lines: 1 }
  drawText(pen, words.title, { ...line, y: 108, size: 84, color: BRAND, bold: true })
  await drawGoods(card, facts.goods)
  const nameTop = PICTURE_TOP + PICTURE + 40
  const nameBottom = drawText(pen, facts.shopName, {
    ...line,
    ...{ y: nameTop, size: 52, color: INK, bold: true, lines: 2 },
  })
  const result = words.result(facts.seat, facts.spent)
  drawText(pen, result, { ...line, y: nameBottom + 20, size: 44, color: BRAND, bold: true })
  const bottom = HEIGHT - EDGE - SEAL
  const signed = {
    ...line,
    align: 'left' as const,
    width: line.width - SEAL - 24,
    size: 34,
    color: PLAIN_INK,
  }
  const centreBottom = drawText(pen, words.centre(facts.centre), { ...signed, y: bottom + 12 })
  drawText(pen, words.date(dayOf(facts.startedAt)), { ...signed, y: centreBottom })
  drawSeal(pen, WIDTH - EDGE - SEAL, bottom)
  return card.finish()
}
