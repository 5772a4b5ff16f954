import { shopDrawing } from '@/domain/look/goods-drawing'
import type { Theme } from '@/domain/look/theme'
import { type Fen, formatPrice } from '@/domain/money'
import { groupPhone } from '@/domain/receiver/receiver'
import { drawnCardWords as words } from '@/locales/look/drawn-card'
import { unitWords } from '@/locales/shop/wizard'
import { priceWords } from '@/locales/ui'
import { openCard } from '@/platform/media/card'
import type { CardCanvas, Drawable } from '@/platform/media/media-types'
import { artUri } from '@/ui/art/art'
import { drawCover, drawQr, drawText, fillBox } from './draw'
import { inTime, loadFirst } from './load-first'

/** The product that a poster shows, with its lowest price; `from` when other skus cost more. */
export interface PosterGoods {
  name: string
  fen: Fen
  from: boolean
  unit: string
}

/** The facts on a poster; `goods` is absent for a shop without goods. */
export interface PosterFacts {
  /** The shop's name. */
  name: string
  place: string
  phone?: string
  theme: Theme
  goods?: PosterGoods
  /** Further lines below the price, such as until when and where. Each makes the poster higher. */
  more?: readonly string[]
  /** What scanning does; absent: it opens the shop. */
  scan?: string
}

/** What the code of a poster opens. */
export interface PosterCode {
  /** The server's picture of the code. A QR code of the link replaces one that cannot be loaded. */
  picture?: string
  link: string
}

/** The pictures that may be drawn; the first that can be loaded is. */
type Pictures = readonly (string | undefined)[]

const WIDTH = 750
const HEIGHT = 1100
const EDGE = 44
const HEAD = 168
const PICTURE = 560
const QR = 264
const MORE_LINE = 52

/** A code that takes longer is replaced, in ms. The server waits three seconds for WeChat. */
const CODE_MS = 4000

/** The column left of the code, and its plain text. */
const LEFT = { x: EDGE, width: WIDTH - QR - 3 * EDGE }
const PLAIN = { ...LEFT, size: 34, color: '#55605a', lines: 1 }

/** Draws the first picture; falls back to a drawing of the goods or a shop, then to a plain background. */
async function drawPicture(card: CardCanvas, facts: PosterFacts, pictures: Pictures) {
  const { pen } = card
  fillBox(pen, facts.theme.soft, 0, HEAD, WIDTH, PICTURE)
  const drawing = artUri(shopDrawing(facts.goods ? [facts.goods.name] : []))
  const found = await loadFirst(card, [...pictures, drawing])
  if (found) drawCover(pen, found, 0, HEAD, WIDTH, PICTURE)
}

/** Draws the name, the price and the unit of the goods below each other; returns their lower edge. */
function drawGoods({ pen }: CardCanvas, goods: PosterGoods, theme: Theme, top: number): number {
  const name = { ...LEFT, y: top, size: 42, color: '#1c2320', bold: true, lines: 2 }
  const nameBottom = drawText(pen, goods.name, name)
  const price = priceWords.sign + formatPrice(goods.fen) + priceWords.tail(undefined, goods.from)
  const large = { ...LEFT, y: nameBottom, size: 64, color: theme.price, bold: true, lines: 1 }
  return drawText(pen, unitWords.one(goods.unit), { ...PLAIN, y: drawText(pen, price, large) })
}

/** Loads the picture of the code; `null` if there is none in time. */
const loadCode = async ({ load }: CardCanvas, { picture }: PosterCode): Promise<Drawable | null> =>
  picture === undefined ? null : inTime(load(picture), CODE_MS)

async function draw(facts: PosterFacts, pictures: Pictures, code: PosterCode): Promise<string> {
  const { theme, more = [] } = facts
  const height = HEIGHT + more.length * MORE_LINE
  const card = await openCard(WIDTH, height)
  const { pen } = card
  const loadingCode = loadCode(card, code)
  fillBox(pen, '#ffffff', 0, 0, WIDTH, height)
  fillBox(pen, theme.brand, 0, 0, WIDTH, HEAD)
  const head = { x: EDGE, width: WIDTH - 2 * EDGE, color: theme.onBrand, lines: 1 }
  drawText(pen, facts.name, { ...head, y: 30, size: 48, bold: true })
  drawText(pen, facts.place, { ...head, y: 106, size: 30 })
  await drawPicture(card, facts, pictures)
  const top = HEAD + PICTURE + 44
  const goodsBottom = facts.goods ? drawGoods(card, facts.goods, theme, top) : top
  const lines = [...more, ...(facts.phone ? [words.phone(groupPhone(facts.phone))] : [])]
  lines.forEach((line, at) => {
    drawText(pen, line, { ...PLAIN, y: goodsBottom + 4 + at * MORE_LINE, size: 32 })
  })
  const corner = WIDTH - EDGE - QR
  const picture = await loadingCode
  if (picture) drawCover(pen, picture, corner, top, QR, QR)
  else drawQr(pen, code.link, corner, top, QR)
  const under = { x: corner, width: QR, y: top + QR + 4, align: 'center' as const }
  drawText(pen, facts.scan ?? words.scan, { ...under, size: 30, color: '#55605a', lines: 1 })
  return card.finish()
}

/**
 * Draws the poster as an image file to save or print. A picture of another site makes a canvas unreadable: the poster has a drawing and a
 * QR code then.
 */
export const drawPosterCard = (facts: PosterFacts, pictures: Pictures, code: PosterCode): Promise<string> =>
  draw(facts, pictures, code).catch(() => draw(facts, [], { link: code.link }))
